import Foundation
import TestSupport

/// Debian's sshd with a configuration, a host key and a user key of its own.
struct SSHServer {
  let server: Server
  private let scratch: Scratch

  init(in scratch: Scratch) throws {
    self.scratch = scratch
    try scratch.write("", to: "ssh/nobody-known")
    for key in ["host", "user", "stranger"] {
      try scratch.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", "ssh/\(key)", "-C", key])
    }
    try scratch.run("cp", ["ssh/user.pub", "ssh/authorized"])
    // The folder that sshd insists on when root starts it.
    if geteuid() == 0 { try scratch.run("mkdir", ["-p", "/run/sshd"]) }
    let folder = scratch.path + "/ssh"
    server = try Server("/usr/sbin/sshd", in: scratch) { port in
      try scratch.write(
        """
        ListenAddress 127.0.0.1
        Port \(port)
        HostKey \(folder)/host
        AuthorizedKeysFile \(folder)/authorized
        PidFile none
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        PermitRootLogin prohibit-password

        """, to: "ssh/config")
      return ["-D", "-e", "-f", folder + "/config"]
    }
    let host = try String(contentsOfFile: folder + "/host.pub", encoding: .utf8)
    try scratch.write("[127.0.0.1]:\(server.port) \(host)", to: "ssh/known")
  }

  func url(_ repository: String) -> String {
    "ssh://\(NSUserName())@127.0.0.1:\(server.port)\(scratch.path)/\(repository)"
  }

  /// What makes git's ssh use that key, or the agent for nil, and those known hosts, and nothing of the user's own.
  func environment(key: String? = "user", known: String = "known", agent: String? = nil) -> [String: String] {
    let identity = key.map { "-i \(scratch.path)/ssh/\($0) -o IdentitiesOnly=yes" } ?? "-o IdentityFile=none"
    return [
      "GIT_SSH_COMMAND": "ssh -F none \(identity) -o UserKnownHostsFile=\(scratch.path)/ssh/\(known) "
        + "-o GlobalKnownHostsFile=/dev/null",
      "SSH_AUTH_SOCK": agent ?? "",
    ]
  }
}

/// An ssh-agent that holds the user's key.
struct SSHAgent {
  let socket: String
  private let daemon: Daemon

  init(in scratch: Scratch) throws {
    let socket = scratch.path + "/agent"
    self.socket = socket
    daemon = try Daemon("/usr/bin/ssh-agent", ["-D", "-a", socket], in: scratch)
    try daemon.wait { FileManager.default.fileExists(atPath: socket) }
    try scratch.run("ssh-add", ["-q", "ssh/user"], environment: ["SSH_AUTH_SOCK": socket])
  }
}
