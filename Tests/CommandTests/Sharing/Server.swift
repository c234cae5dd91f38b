import Foundation
import Glibc
import TestSupport

/// A server program on the loopback interface, started for a test and stopped with the value.
struct Server {
  let port: Int
  private let daemon: Daemon

  /// Starts `program` with arguments that may name the port, and waits until it answers there.
  init(_ program: String, in scratch: Scratch, signal: String = "KILL", _ arguments: (Int) throws -> [String]) throws {
    let port = try Self.freePort()
    self.port = port
    daemon = try Daemon(program, arguments(port), in: scratch, signal: signal)
    try daemon.wait { Self.answers(port) }
  }

  /// A port that nobody listens on at this moment.
  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = loopback(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withPointer(&address) { bind(descriptor, $0, length) }
    _ = withPointer(&address) { getsockname(descriptor, $0, &length) }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func answers(_ port: Int) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = loopback(port)
    return withPointer(&address) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) } == 0
  }

  private static func loopback(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    return address
  }

  private static func withPointer<Result>(
    _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Result
  ) -> Result {
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
    }
  }
}
