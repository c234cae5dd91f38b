import CanonicalJSON

/// Rows that refer to other rows: by id, by number, or by the name of the step.
extension SheetReader {
  /// What a word in a cell leads to.
  private enum Match {
    case step(StepID)
    case several
    case none
  }

  /// Gives every step an id of its own: the one in its row, else one made of its name.
  mutating func nameSteps() {
    var taken: [StepID: Int] = [:]
    for index in drafts.indices where drafts[index].hasOwnID {
      let (row, id) = (drafts[index].row, drafts[index].step.id)
      if let first = taken.updateValue(index, forKey: id) {
        complain(
          in: row, self.index(of: .id) ?? 0, "row \(drafts[first].row.number) has the id \(quoted(id)) too",
          "give each step an id of its own, or leave the cell empty")
      }
    }
    for index in drafts.indices where !drafts[index].hasOwnID {
      let proposal = Identifier.proposal(for: drafts[index].step.name.string) ?? "step-\(index + 1)"
      var id = Text(proposal)
      var number = 2
      while taken[id] != nil {
        id = Text("\(proposal.prefix(60))-\(number)")
        number += 1
      }
      taken[id] = index
      drafts[index].step.id = id
    }
  }

  /// Reads who hands work to whom, and where it goes back.
  mutating func connect() {
    let names = Names(drafts)
    var loops: [Rework] = []
    for index in drafts.indices {
      drafts[index].step.after = after(drafts[index].row, names)
      loops += rework(drafts[index], names)
    }
    reading.map = ValueStreamMap(title: options.title, steps: drafts.map(\.step))
    reading.map?.rework = loops.isEmpty ? nil : loops.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private mutating func after(_ row: TableRow, _ names: Names) -> [StepID]? {
    guard let cell = cell(row, .after), let text = cell.figure else { return nil }
    if text == "(none)" { return [] }
    if ["none", "start"].contains(text.lowercased()), case .none = names.find(text) { return [] }
    return steps(in: cell, names).map { Set($0).sorted() }
  }

  /// The steps that a cell names: one; several between semicolons, commas or line breaks; ids with spaces between.
  private mutating func steps(in cell: SheetCell, _ names: Names) -> [StepID]? {
    let text = SheetCell.trimmed(cell.text)
    if case .step(let id) = names.find(text) { return [id] }
    let words = text.split { $0 == ";" || $0 == "," || $0.isNewline }.map { SheetCell.trimmed($0) }
    var steps: [StepID] = []
    for word in words where !word.isEmpty {
      let ids = word.split(separator: " ").map { names.find(String($0)) }
      switch names.find(word) {
      case .step(let id): steps.append(id)
      case .several:
        complain(
          in: cell.row, cell.index, "several steps are called \(quoted(Text(word)))", "name the one meant by its id")
        return nil
      case .none where ids.count > 1 && ids.allSatisfy { if case .step = $0 { true } else { false } }:
        for case .step(let id) in ids { steps.append(id) }
      case .none:
        complain(
          in: cell.row, cell.index, "no row has a step \(quoted(Text(word)))",
          nearest(to: word, names).map { "did you mean \(quoted(Text($0)))?" } ?? "name a step as in its own row")
        return nil
      }
    }
    return steps
  }

  /// Looked for while that is worth the time: a column full of strange words helps nobody.
  private func nearest(to word: String, _ names: Names) -> String? {
    reading.problems.count < 20 ? names.nearest(to: word) : nil
  }

  /// The loops that leave a step: where to, what percent, and after what extra wait, each with semicolons between several.
  private mutating func rework(_ draft: Draft, _ names: Names) -> [Rework] {
    let row = draft.row
    guard let goals = cell(row, .reworkTo), goals.figure != nil else {
      if let percents = cell(row, .reworkPercent), index(of: .reworkTo) != nil,
        !["0", "0%", "0 %", nil].contains(percents.figure)
      {
        complain(in: row, percents.index, "nothing says where the work goes back to", "name a step in \"rework to\"")
      }
      return []
    }
    guard let steps = steps(in: goals, names) else { return [] }
    guard let percents = cell(row, .reworkPercent), percents.parts.count == steps.count else {
      complain(
        in: row, index(of: .reworkPercent) ?? goals.index, "nothing says how much of the work goes back",
        "write a percent for each step in \"rework to\", with semicolons between several")
      return []
    }
    let waits = cell(row, .reworkWait)
    if let waits, waits.parts.count != steps.count {
      complain(in: row, waits.index, "these are not as many waits as loops", "write one for each step in \"rework to\"")
      return []
    }
    var loops: [Rework] = []
    for (place, to) in steps.enumerated() {
      guard
        let percent = number(
          percents.parts[place], in: percents, "a percent of more than 0 and less than 100",
          isAllowed: { $0 > 0 && $0 < 100 })
      else { continue }
      var loop = Rework(from: draft.step.id, to: to, percent: percent)
      if let waits, !waits.parts[place].isEmpty { loop.waitTime = time(waits.parts[place], in: waits) }
      loops.append(loop)
    }
    return loops
  }

  mutating func identifiers(_ row: TableRow, _ column: SheetColumn) -> [Text]? {
    guard let cell = cell(row, column) else { return nil }
    let words = cell.text.split { $0 == ";" || $0 == "," || $0.isWhitespace }.map { Text(String($0)) }
    for word in words where !Identifier.isValid(word) {
      complain(in: row, cell.index, Identifier.complaint(word), Identifier.remedy(word))
      return nil
    }
    return Set(words).sorted()
  }

  /// How other rows may call a step.
  private struct Names {
    private var byName: [String: [StepID]] = [:]
    private let ids: Set<StepID>
    private let words: [String]

    init(_ drafts: [Draft]) {
      ids = Set(drafts.map(\.step.id))
      words = drafts.flatMap { [$0.step.name.string, $0.step.id.string] }
      for draft in drafts {
        byName[draft.step.name.string.lowercased(), default: []].append(draft.step.id)
        if let number = draft.number { byName[number.lowercased(), default: []].append(draft.step.id) }
      }
    }

    func find(_ word: String) -> Match {
      if ids.contains(Text(word)) { return .step(Text(word)) }
      let found = Set(byName[word.lowercased(), default: []])
      return found.count > 1 ? .several : found.first.map { .step($0) } ?? .none
    }

    func nearest(to word: String) -> String? { NearestWord.to(word, among: words) }
  }
}
