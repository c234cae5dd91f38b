/// The names by which a server may be asked. A browser that is led here under another name, as by DNS rebinding, gets nothing.
struct HostNames: Sendable {
  private let names: Set<String>

  init(_ names: [String]) {
    self.names = Set(names.map { $0.lowercased() }).union(["localhost", "127.0.0.1", "[::1]"])
  }

  /// Whether the Host header, with or without a port, is one of them.
  func admit(_ header: String) -> Bool {
    var host = header.lowercased()
    if let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") {
      let port = host[host.index(after: colon)...]
      guard !port.isEmpty, port.allSatisfy({ ("0"..."9").contains($0) }) else { return false }
      host = String(host[..<colon])
    }
    return names.contains(host) || names.contains(host.filter { $0 != "[" && $0 != "]" })
  }
}
