import Foundation
import TestSupport
import Testing

/// Real servers on the loopback interface, and everything that can go wrong with them.
@Suite("Servers", .serialized) struct ServerTests {
  /// A server, and how people reach the shared repository on it.
  private func roundTrip(_ team: Team, _ url: String, _ environment: [String: String]) throws {
    var tool = team.tool
    tool.environment = environment
    let people = Team(tool: tool)
    try people.tool("clone", url, "cleo").expectDone()
    try people.commit(SharingTests.map(approval: "2d"), "Over the net", as: "cleo")
    try people("cleo", "comment", "v2", "From afar").expectDone()
    try people("cleo", "push").expectDone()
    try team("ada", "pull").expectDone()
    #expect(try team.story("ada").last == "content/v2 Over the net")
    try team.commit(SharingTests.map(copy: "2d", approval: "2d"), "At home", as: "ada")
    try team("ada", "push").expectDone()
    try people.commit(SharingTests.map(approval: "1d"), "Afar again", as: "cleo")
    #expect(try people("cleo", "push").status == 75)
    try people("cleo", "pull").expectDone()
    try people("cleo", "push").expectDone()
    #expect(try people.story("cleo").last == "content/v4 Afar again")
    try checkSound(team, "hub.git", "cleo")
  }

  private func checkSound(_ team: Team, _ folders: String...) throws {
    for folder in folders {
      #expect(throws: Never.self) { try team.scratch.git("fsck", "--strict", "--no-dangling", in: folder) }
    }
  }

  /// Tries to push one more version, which must fail like that and change nothing on either side.
  private func refuse(
    _ team: Team, _ url: String, _ environment: [String: String] = [:], status: Int32, _ words: String...
  ) throws {
    var tool = team.tool
    tool.environment = environment
    let before = try team.scratch.git("for-each-ref", in: "hub.git")
    try team.commit(SharingTests.map(approval: "\(Int.random(in: 4...5000))h"), "One more", as: "ada")
    let local = try team.scratch.git("for-each-ref", in: "ada")
    try team.git("ada", "remote", "set-url", "origin", url)
    for command in ["push", "pull"] where command == "push" || !url.hasPrefix("/") {
      let outcome = try tool.run("/usr/bin/timeout", ["60", Tool.program, command], in: "ada")
      #expect(outcome.status == status, "\(command): \(outcome.errors)")
      for word in words { #expect(outcome.errors.contains(word), "\(command): \(outcome.errors)") }
      #expect(outcome.errors.split(separator: "\n").count <= 3)
      #expect(try team.scratch.git("for-each-ref", in: "hub.git") == before)
      #expect(try team.scratch.git("for-each-ref", in: "ada") == local)
    }
    try checkSound(team, "hub.git", "ada")
  }

  @Test("ssh with a key, and with an agent")
  func ssh() throws {
    let team = try Team(SharingTests.map())
    let server = try SSHServer(in: team.scratch)
    try roundTrip(team, server.url("hub.git"), server.environment())
    let agent = try SSHAgent(in: team.scratch)
    var tool = team.tool
    tool.environment = server.environment(key: nil, agent: agent.socket)
    try tool("clone", server.url("hub.git"), "dan").expectDone()
    #expect(try team.story("dan").count == 4)
  }

  @Test("ssh: an unknown host, a stranger's key, no such repository, nobody there")
  func sshRefusals() throws {
    let team = try Team(SharingTests.map())
    let server = try SSHServer(in: team.scratch)
    let url = server.url("hub.git")
    try refuse(
      team, url, server.environment(known: "nobody-known"), status: 77, "host key", "Host key verification failed")
    try refuse(team, url, server.environment(key: "stranger"), status: 77, "does not let you in", "Permission denied")
    try refuse(team, server.url("nothing.git"), server.environment(), status: 69, "there is no repository")
    try refuse(team, "ssh://127.0.0.1:1/hub.git", server.environment(), status: 69, "could not be reached")
    try refuse(team, "ssh://no-such-host.invalid/hub.git", server.environment(), status: 69, "could not be reached")
  }

  @Test("https with a password from a credential helper, by a certificate of one's own authority")
  func web() throws {
    let team = try Team(SharingTests.map())
    let server = try WebServer(in: team.scratch)
    try roundTrip(team, server.url("hub.git"), server.environment())
  }

  @Test("https: a wrong password, none, an authority that nobody trusts, no such repository, nobody there")
  func webRefusals() throws {
    let team = try Team(SharingTests.map())
    let server = try WebServer(in: team.scratch)
    let url = server.url("hub.git")
    try refuse(team, url, server.environment(password: "wrong"), status: 77, "does not let you in")
    try refuse(team, url, server.environment(password: nil), status: 77, "does not let you in")
    try refuse(team, url, server.environment(isTrusted: false), status: 77, "certificate", "http.sslCAInfo")
    try refuse(team, server.url("nothing.git"), server.environment(), status: 69, "there is no repository")
    try refuse(team, "https://127.0.0.1:1/hub.git", server.environment(), status: 69, "could not be reached")
    let secret = url.replacing("https://", with: "https://ada:wrong@")
    try refuse(team, secret, server.environment(password: nil), status: 77, "https://ada@127.0.0.1")
    #expect(try team("ada", "remote", "list").expectDone().contains("wrong") == false)
  }

  @Test("A server that dies half-way: nothing is lost on either side, and the next try succeeds")
  func dying() throws {
    let team = try Team(SharingTests.map(), others: "bob")
    let web = try WebServer(in: team.scratch)
    let ssh = try SSHServer(in: team.scratch)
    try team.commit(SharingTests.map(approval: "2d"), "Theirs", as: "bob")
    try team("bob", "push").expectDone()

    // Fetching: the pack breaks off.
    var tool = team.tool
    tool.environment = try web.environment()
    try team.git("ada", "remote", "set-url", "origin", web.url("hub.git", dying: true))
    let fetch = try tool("pull", in: "ada")
    #expect(fetch.status == 69, "\(fetch.errors)")
    #expect(try team.story("ada") == ["content/v1 Cycle 1"])
    try team.scratch.write("#!/bin/sh\ntimeout -s KILL 1 git-upload-pack \"$@\" | head -c 900\n", to: "dying-upload")
    try team.scratch.run("chmod", ["+x", "dying-upload"])
    tool.environment = ssh.environment()
    try team.git("ada", "remote", "set-url", "origin", ssh.url("hub.git"))
    try team.git("ada", "config", "remote.origin.uploadpack", team.scratch.path + "/dying-upload")
    #expect(try tool("fetch", in: "ada").status == 69)
    try team.git("ada", "config", "--unset", "remote.origin.uploadpack")
    try tool("pull", in: "ada").expectDone()

    // Pushing: the server is killed when it has received everything and changed nothing.
    try team.scratch.write("#!/bin/sh\nkill -9 $PPID\n", to: "hub.git/hooks/pre-receive")
    try team.scratch.run("chmod", ["+x", "hub.git/hooks/pre-receive"])
    try team.commit(SharingTests.map(approval: "1d"), "Ours", as: "ada")
    let push = try tool("push", in: "ada")
    #expect(push.status == 69, "\(push.errors)")
    #expect(push.errors.contains("the connection broke off"))
    #expect(try team.scratch.git("log", "-1", "--format=%s", "main", in: "hub.git") == "Theirs")
    try team.scratch.run("rm", ["hub.git/hooks/pre-receive"])
    try tool("push", in: "ada").expectDone()
    try team("bob", "pull").expectDone()
    #expect(try team.story("bob").last == "content/v3 Ours")
    try checkSound(team, "hub.git", "ada", "bob")
  }

  @Test("A hook that refuses and a protected branch: the server's own words, 77, and nothing was sent")
  func hooks() throws {
    let team = try Team(SharingTests.map())
    let server = try SSHServer(in: team.scratch)
    for url in [team.scratch.path + "/hub.git", server.url("hub.git")] {
      for (hook, script, words) in [
        ("pre-receive", "echo 'Reviews need a date' >&2; exit 1", "Reviews need a date"),
        ("update", "[ \"$1\" != refs/heads/main ] || { echo 'main is protected' >&2; exit 1; }", "main is protected"),
      ] {
        try team.scratch.write("#!/bin/sh\n\(script)\n", to: "hub.git/hooks/\(hook)")
        try team.scratch.run("chmod", ["+x", "hub.git/hooks/\(hook)"])
        try team.commit(SharingTests.map(approval: "\(Int.random(in: 4...5000))h"), "One more", as: "ada")
        try team.git("ada", "remote", "set-url", "origin", url)
        let before = try team.scratch.git("for-each-ref", in: "hub.git")
        var tool = team.tool
        tool.environment = server.environment()
        let refused = try tool("push", in: "ada")
        #expect(refused.status == 77)
        #expect(refused.errors.contains("refused main") && refused.errors.contains(words), "\(refused.errors)")
        #expect(refused.errors.contains("open a pull request"))
        #expect(try team.scratch.git("for-each-ref", in: "hub.git") == before)
        try team.scratch.run("rm", ["hub.git/hooks/\(hook)"])
      }
    }
    try team.git("ada", "remote", "set-url", "origin", team.scratch.path + "/hub.git")
    try team("ada", "push").expectDone()
  }
}
