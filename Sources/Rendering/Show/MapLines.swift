import CanonicalJSON
package import Changes
import ValueStreams

/// A map as lines that a line diff reads well: one fact a line, in the document's order, under the step or loop that it is
/// about, and the lead time first. No columns, so that a longer name moves nothing else.
package struct MapLines {
  private let map: MeasuredMap
  private var lines: [String] = []

  package init(_ map: MeasuredMap) {
    self.map = map
  }

  package func render() -> String {
    var copy = self
    copy.addAll()
    return copy.lines.map { visible($0) + "\n" }.joined()
  }

  private mutating func addAll() {
    let time = LeadTimeSum(map.metrics.figures, Durations(map.map.calendar))
    lines.append("\(map.map.title.string): lead time \(time.total)")
    for (key, value) in map.map.json.sortedMembers where key != "format" && key != "title" {
      add(value, named: key.string, margin: 0)
    }
  }

  private mutating func add(_ value: JSON, named name: String, margin: Int) {
    let indent = String(repeating: " ", count: margin)
    switch value {
    case .object:
      lines.append("\(indent)\(name)")
      for (key, value) in value.sortedMembers { add(value, named: key.string, margin: margin + 2) }
    case .array(let elements) where elements.contains(where: { $0.isComposite }):
      for element in elements { add(element, elementOf: name, margin: margin) }
    case .array(let elements):
      lines.append("\(indent)\(name): \(elements.map(\.inWords).joined(separator: ", "))")
    default:
      lines.append("\(indent)\(name): \(value.inWords)")
    }
  }

  /// An element of a list, headed by what tells it from the others.
  private mutating func add(_ element: JSON, elementOf list: String, margin: Int) {
    let indent = String(repeating: " ", count: margin)
    guard case .object(let members) = element else {
      return add(element, named: list, margin: margin)
    }
    var heading: [Text] = ["id", "name"]
    if members["from"] != nil, members["to"] != nil { heading = ["from", "to"] }
    let words = heading.compactMap { members[$0]?.inWords }
    let singular = list.hasSuffix("s") ? String(list.dropLast()) : list
    lines.append("\(indent)\(singular) \(words.joined(separator: heading[0] == "from" ? " → " : ": "))")
    for (key, value) in element.sortedMembers where !heading.contains(key) {
      add(value, named: key.string, margin: margin + 2)
    }
  }
}

extension JSON {
  /// In the order of the canonical form.
  fileprivate var sortedMembers: [(key: Text, value: JSON)] {
    guard case .object(let members) = self else { return [] }
    return members.keys.sorted().compactMap { key in members[key].map { (key, $0) } }
  }

  fileprivate var isComposite: Bool {
    switch self {
    case .object, .array: true
    default: false
    }
  }

  /// Text without its quotes, anything else as JSON writes it.
  fileprivate var inWords: String {
    if case .string(let text) = self { return text.string }
    return String(decoding: compactBytes, as: UTF8.self)
  }
}
