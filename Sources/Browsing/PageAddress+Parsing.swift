import Archives
import ValueStreams

extension PageAddress {
  /// The address that a path names, if any. `components` are the parts between slashes, percent signs decoded; the last one
  /// without the ending of a twin.
  package init?(_ components: [String]) {
    guard !components.isEmpty else {
      self = .archive
      return
    }
    let end = components.firstIndex { $0 == "-" || Self.versions($0) != nil } ?? components.endIndex
    let stream = components[..<end].joined(separator: "/")
    let rest = Array(components[end...])
    if end == 0 {
      guard let found = Self.general(Array(rest.dropFirst())), rest[0] == "-" else { return nil }
      self = found
      return
    }
    guard StreamName.isValid(stream) else { return nil }
    guard let found = Self.within(stream, rest) else { return nil }
    self = found
  }

  private static func general(_ rest: [String]) -> PageAddress? {
    switch rest.count {
    case 1 where rest[0] == "experiments": .experiments
    case 1 where rest[0] == "improvements": .improvements
    case 1: Asset(rawValue: rest[0]).map { .asset($0) }
    case 2 where rest[0] == "experiments" && StreamName.isValid(rest[1]): .experiment(rest[1])
    default: nil
    }
  }

  private static func within(_ stream: String, _ rest: [String]) -> PageAddress? {
    guard let first = rest.first else { return .stream(stream) }
    if first == "-" {
      guard rest.count == 2, let number = StreamName.versionNumber(rest[1]), number % historyLength == 1 else {
        return nil
      }
      return .history(stream, from: number)
    }
    guard let versions = versions(first) else { return nil }
    if let after = versions.after {
      return rest.count == 1 ? .comparison(stream, versions.before, after) : nil
    }
    let number = versions.before
    let state: Provenance.State = rest.count > 1 && rest[1] == "future" ? .future : .current
    switch Array(rest.dropFirst(state == .future ? 2 : 1)) {
    case []: return .version(stream, number, state)
    case ["map.svg"]: return .picture(stream, number, state)
    case ["map.json"]: return .document(stream, number, state)
    case ["plan"] where state == .current: return .plan(stream, number)
    default: return nil
    }
  }

  /// `v3` or `v3..v5`.
  static func versions(_ component: some StringProtocol) -> (before: Int, after: Int?)? {
    guard component.utf8.first == UInt8(ascii: "v") else { return nil }
    if let number = StreamName.versionNumber(component) { return (number, nil) }
    guard let dots = component.firstRange(of: ".."),
      let before = StreamName.versionNumber(component[..<dots.lowerBound]),
      let after = StreamName.versionNumber(component[dots.upperBound...])
    else { return nil }
    return (before, after)
  }
}
