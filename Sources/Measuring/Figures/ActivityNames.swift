import CanonicalJSON
package import ValueStreams

/// Which step of a map each activity of a log is.
package struct ActivityNames: Equatable, Sendable {
  /// By number of the activity: the index of its step; nil for one that is left out or not known.
  package private(set) var steps: [Int?]
  /// Activities that nothing was said about and that no step is called.
  package private(set) var unknown: [Int] = []

  /// - Parameter mapping: names of activities, each with the id or name of a step; an empty one leaves the activity out.
  /// - Throws: ``MeasuringError/unknownStep(_:nearest:)``, ``MeasuringError/unknownActivity(_:nearest:)`` for a mapping that
  ///   leads nowhere.
  package init(
    _ activities: [String], in map: ValueStreamMap, mapping: [(activity: String, step: String)] = []
  ) throws(MeasuringError) {
    var byName: [String: Int] = [:]
    for (index, step) in map.steps.enumerated() { byName[Self.plain(step.name.string)] = index }
    for (index, step) in map.steps.enumerated() { byName[Self.plain(step.id.string)] = index }
    let places = [String: Int](activities.enumerated().map { (Self.plain($1), $0) }) { first, _ in first }
    var chosen: [Int: Int?] = [:]
    for (activity, step) in mapping {
      let exact = activities.firstIndex(of: activity)
      guard let number = exact ?? places[Self.plain(activity)] else {
        throw .unknownActivity(activity, nearest: NearestWord.to(activity, among: activities))
      }
      guard !step.isEmpty else {
        chosen.updateValue(nil, forKey: number)
        continue
      }
      guard let index = byName[Self.plain(step)] else {
        throw .unknownStep(step, nearest: NearestWord.to(step, among: map.steps.map(\.id.string)))
      }
      chosen.updateValue(index, forKey: number)
    }
    steps = []
    for (number, activity) in activities.enumerated() {
      let step = chosen[number] ?? byName[Self.plain(activity)]
      if step == nil, chosen[number] == nil { unknown.append(number) }
      steps.append(step)
    }
  }

  /// Letters and digits only, in lower case: "Legal-Approval" and "legal approval" are one.
  static func plain(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Reads a file of lines `activity = step`; what begins with `#` is left out.
  package static func mapping(_ text: String) throws(MeasuringError) -> [(activity: String, step: String)] {
    var mapping: [(activity: String, step: String)] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let words = line.drop { $0 == " " || $0 == "\u{FEFF}" }
      if words.isEmpty || words.hasPrefix("#") { continue }
      guard let pair = pair(String(words)) else { throw .line(number + 1, text: String(line)) }
      mapping.append(pair)
    }
    return mapping
  }

  /// Splits `Legal review=approval` at the last equals sign; nil where there is none.
  package static func pair(_ text: String) -> (activity: String, step: String)? {
    guard let mark = text.lastIndex(of: "=") else { return nil }
    let sides = [text[..<mark], text[text.index(after: mark)...]].map { side in
      String(side.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    return sides[0].isEmpty ? nil : (sides[0], sides[1])
  }
}
