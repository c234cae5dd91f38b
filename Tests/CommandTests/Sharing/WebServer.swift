import Foundation
import Glibc
import TestSupport

/// nginx with `git http-backend` behind it: TLS by an authority of the test's own, and a password.
struct WebServer {
  let server: Server
  /// fcgiwrap, which runs a CGI program for each request that nginx passes on.
  private let gateway: Daemon
  private let scratch: Scratch

  init(in scratch: Scratch) throws {
    self.scratch = scratch
    try Self.makeCertificates(in: scratch)
    let socket = scratch.path + "/web/gateway"
    gateway = try Daemon("/usr/sbin/fcgiwrap", ["-s", "unix:" + socket], in: scratch)
    try gateway.wait { FileManager.default.fileExists(atPath: socket) }
    try scratch.write("ada:{PLAIN}secret\n", to: "web/passwords")
    // The answer to a request for objects breaks off in the middle.
    try scratch.write(
      """
      #!/bin/sh
      case "$PATH_INFO" in
        */git-upload-pack) /usr/lib/git-core/git-http-backend | head -c 700 ;;
        *) exec /usr/lib/git-core/git-http-backend ;;
      esac

      """, to: "web/dying")
    try scratch.run("chmod", ["+x", "web/dying"])
    let root = scratch.path
    server = try Server("/usr/sbin/nginx", in: scratch, signal: "TERM") { port in
      try scratch.write(Self.configuration(root, port), to: "web/nginx.conf")
      return ["-p", root + "/web", "-c", root + "/web/nginx.conf", "-e", "stderr"]
    }
  }

  func url(_ repository: String, dying: Bool = false) -> String {
    "https://127.0.0.1:\(server.port)/\(dying ? "dying" : "git")/\(repository)"
  }

  /// What makes git trust the authority and ask that credential helper.
  func environment(password: String? = "secret", isTrusted: Bool = true) throws -> [String: String] {
    var environment = ["GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "credential.helper", "GIT_CONFIG_VALUE_0": ""]
    if let password {
      let file = scratch.path + "/web/credentials-\(password)"
      try scratch.write("https://ada:\(password)@127.0.0.1%3a\(server.port)\n", to: "web/credentials-\(password)")
      environment["GIT_CONFIG_VALUE_0"] = "store --file=\(file)"
    }
    if isTrusted { environment["GIT_SSL_CAINFO"] = scratch.path + "/web/authority.pem" }
    return environment
  }

  private static func makeCertificates(in scratch: Scratch) throws {
    try scratch.write("subjectAltName = IP:127.0.0.1\n", to: "web/names")
    let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    try scratch.run(
      "openssl",
      ["req", "-x509", "-days", "2", "-subj", "/CN=Test authority", "-keyout", "web/authority.key"]
        + ["-out", "web/authority.pem"] + key)
    try scratch.run(
      "openssl", ["req", "-subj", "/CN=127.0.0.1", "-keyout", "web/server.key", "-out", "web/server.csr"] + key)
    try scratch.run(
      "openssl",
      [
        "x509", "-req", "-in", "web/server.csr", "-CA", "web/authority.pem", "-CAkey", "web/authority.key", "-days",
        "2",
      ]
        + ["-CAcreateserial", "-extfile", "web/names", "-out", "web/server.pem"])
  }

  private static func configuration(_ root: String, _ port: Int) -> String {
    func location(_ name: String, _ script: String) -> String {
      """
          location ~ ^/\(name)(/.*)$ {
            fastcgi_param SCRIPT_FILENAME \(script);
            fastcgi_param PATH_INFO $1;
            fastcgi_param GIT_PROJECT_ROOT \(root);
            fastcgi_param GIT_HTTP_EXPORT_ALL 1;
            fastcgi_param REMOTE_USER $remote_user;
            fastcgi_param REQUEST_METHOD $request_method;
            fastcgi_param QUERY_STRING $query_string;
            fastcgi_param CONTENT_TYPE $content_type;
            fastcgi_param CONTENT_LENGTH $content_length;
            fastcgi_pass unix:\(root)/web/gateway;
          }
      """
    }
    return """
      daemon off;
      \(geteuid() == 0 ? "user root;" : "")
      worker_processes 1;
      pid \(root)/web/nginx.pid;
      events {}
      http {
        access_log off;
        client_body_temp_path \(root)/web/body;
        fastcgi_temp_path \(root)/web/fastcgi;
        proxy_temp_path \(root)/web/proxy;
        uwsgi_temp_path \(root)/web/uwsgi;
        scgi_temp_path \(root)/web/scgi;
        client_max_body_size 0;
        server {
          listen 127.0.0.1:\(port) ssl;
          ssl_certificate \(root)/web/server.pem;
          ssl_certificate_key \(root)/web/server.key;
          auth_basic "maps";
          auth_basic_user_file \(root)/web/passwords;
      \(location("git", "/usr/lib/git-core/git-http-backend"))
      \(location("dying", root + "/web/dying"))
        }
      }

      """
  }
}
