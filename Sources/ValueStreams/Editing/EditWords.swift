import CanonicalJSON

/// Turns what is typed after `set STREAM` into changes of a map.
///
/// A word without `=` names a step, and the fields that follow belong to it: `approval waitTime=1d basis=measured`. A field
/// may name its step itself: `approval.waitTime=1d`, and for a loop both ends: `approval.copy.percent=20`. Fields before
/// any step belong to the map, and so do those anywhere that no step has.
package struct EditWords {
  private static let mapFields: Set<String> = [
    "title", "asOf", "trigger", "doneWhen", "commitment", "sources", "customers", "demand", "review",
  ]

  private let steps: [(id: StepID, name: Text)]

  /// `name` is that of a step which the same changes add, so that it can be named as well.
  package init(_ map: ValueStreamMap, adding name: String? = nil) {
    steps = map.steps.map { ($0.id, $0.name) } + (name.map { [(map.newStepID(named: $0), Text($0))] } ?? [])
  }

  /// `subject` is the step that fields belong to until another is named; nil for the map.
  package func read(_ words: [String], subject: MapEdit.Target = .map) throws(EditError) -> [MapEdit] {
    var subject = subject
    var edits: [MapEdit] = []
    for word in words {
      guard let equals = word.firstIndex(of: "=") else {
        subject = .step(try step(word))
        continue
      }
      let value = String(word[word.index(after: equals)...])
      let path = word[..<equals]
      guard let dot = path.lastIndex(of: ".") else {
        let isOfMap = Self.mapFields.contains(String(path))
        edits.append(.field(isOfMap ? .map : subject, String(path), value))
        continue
      }
      let field = String(path[path.index(after: dot)...])
      let target = try target(String(path[..<dot]))
      if case .loop(let from, let to) = target, field == "percent" {
        edits.append(.rework(from: from, to: to, percent: try percent(value, of: word)))
      } else {
        edits.append(.field(target, field, value))
      }
    }
    return edits
  }

  /// The step of that id, or of that name.
  package func step(_ word: String) throws(EditError) -> StepID {
    if let step = steps.first(where: { $0.id.string == word }) { return step.id }
    let named = steps.filter { $0.name.string.lowercased() == word.lowercased() }
    if named.count > 1 { throw .word(word, .ambiguousStep(named.map(\.id))) }
    if let step = named.first { return step.id }
    let nearest = NearestWord.to(word, among: steps.map(\.id.string) + steps.map(\.name.string))
    throw .word(word, .unknownStep(nearest: nearest))
  }

  /// `FROM:TO=20%`; nothing behind the `=` takes the loop away.
  package func rework(_ word: String) throws(EditError) -> MapEdit {
    guard let equals = word.lastIndex(of: "="), let colon = word[..<equals].firstIndex(of: ":") else {
      throw .word(word, .loopForm)
    }
    let from = try step(String(word[..<colon]))
    let to = try step(String(word[word.index(after: colon)..<equals]))
    return .rework(from: from, to: to, percent: try percent(String(word[word.index(after: equals)...]), of: word))
  }

  /// Nothing is 0: the loop goes.
  private func percent(_ text: String, of word: String) throws(EditError) -> Double {
    guard let percent = text.isEmpty ? 0 : EditValue.number(text) else { throw .word(word, .notANumber(text)) }
    return percent
  }

  /// `ID=NAME`.
  package func team(_ word: String) throws(EditError) -> MapEdit {
    guard let equals = word.firstIndex(of: "="), equals > word.startIndex, word.index(after: equals) < word.endIndex
    else {
      throw .word(word, .teamForm)
    }
    return .team(Text(String(word[..<equals])), name: String(word[word.index(after: equals)...]))
  }

  /// Steps between commas.
  package func steps(_ word: String) throws(EditError) -> [StepID] {
    if let whole = try? step(word) { return [whole] }
    var result: [StepID] = []
    for part in word.split(separator: ",") { result.append(try step(SheetCell.trimmed(part))) }
    return result
  }

  /// `approval`, `approval.basis`, `approval.copy`
  private func target(_ path: String) throws(EditError) -> MapEdit.Target {
    if let whole = try? step(path) { return .step(whole) }
    guard let dot = path.lastIndex(of: ".") else { return .step(try step(path)) }
    let first = try step(String(path[..<dot]))
    let second = String(path[path.index(after: dot)...])
    if second == "basis" { return .basis(first) }
    return .loop(from: first, to: try step(second))
  }
}
