import CanonicalJSON

/// Cells as values, each with the complaint that helps.
extension SheetReader {
  mutating func time(_ row: TableRow, _ column: SheetColumn) -> WorkingTime? {
    guard let cell = cell(row, column), let text = cell.figure else { return nil }
    return time(text, in: cell)
  }

  mutating func time(_ text: String, in cell: SheetCell) -> WorkingTime? {
    do throws(SheetTime.Fault) {
      return try times.read(text, unit: columns[cell.index].meaning?.unit)
    } catch {
      let (message, remedy) = words(error, text, columns[cell.index].title)
      complain(in: cell.row, cell.index, message, remedy)
      return nil
    }
  }

  /// `1d to 3d`, `1d – 3d`.
  mutating func range(_ row: TableRow, _ column: SheetColumn) -> WorkingTimeRange? {
    guard let cell = cell(row, column), let text = cell.figure else { return nil }
    let ends = text.replacing(" to ", with: "–").split { "–-".contains($0) }.map { SheetCell.trimmed($0) }
    guard ends.count == 2 else {
      complain(in: row, cell.index, "\(quoted(Text(text))) is not a range", "write it as \"1d to 3d\"")
      return nil
    }
    guard let low = time(ends[0], in: cell), let high = time(ends[1], in: cell) else { return nil }
    guard low <= high else {
      complain(in: row, cell.index, "the low end of the range is more than its high end", "write the smaller one first")
      return nil
    }
    return WorkingTimeRange(low: low, high: high)
  }

  mutating func number(
    _ row: TableRow, _ column: SheetColumn, _ allowed: ClosedRange<Double>, _ rule: String
  ) -> Double? {
    guard let cell = cell(row, column), let text = cell.figure else { return nil }
    return number(text, in: cell, rule, isAllowed: allowed.contains)
  }

  /// A number, which may have a percent sign behind it.
  mutating func number(_ text: String, in cell: SheetCell, _ rule: String, isAllowed: (Double) -> Bool) -> Double? {
    let plain = text.hasSuffix("%") ? SheetCell.trimmed(text.dropLast()) : text
    switch times.numbers.read(plain) {
    case .number(let number) where isAllowed(number): return number
    case .ambiguous: complain(in: cell.row, cell.index, Self.ambiguity(text), "write it without a mark for thousands")
    case .number, .notANumber:
      complain(
        in: cell.row, cell.index, "\(quoted(Text(text))) is not \(rule)", "write \(rule), or leave the cell empty")
    }
    return nil
  }

  /// One of some words, which may be written in several ways.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ row: TableRow, _ column: SheetColumn, _ words: [String: Choice]
  ) -> Choice? {
    guard let cell = cell(row, column), let text = cell.figure else { return nil }
    if let choice = words[text.lowercased()] { return choice }
    complainOfChoice(cell, text, column.rawValue, Choice.self, words)
    return nil
  }

  private mutating func complainOfChoice<Choice: RawRepresentable<String> & CaseIterable>(
    _ cell: SheetCell, _ text: String, _ what: String, _ type: Choice.Type, _ words: [String: Choice]
  ) {
    let list = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    let nearest = NearestWord.to(text, among: words.keys.sorted()).flatMap { words[$0]?.rawValue }
    complain(
      in: cell.row, cell.index, "\(quoted(Text(text))) is no \(what)",
      nearest.map { "write \($0) (one of \(list))" } ?? "write one of \(list)")
  }

  /// `measured`, or figure by figure: `waitTime=measured processTime=guess`.
  mutating func basis(_ row: TableRow) -> Basis? {
    guard let cell = cell(row, .basis), let text = cell.figure else { return nil }
    guard text.contains("=") else { return choice(row, .basis, Self.bases).map { .step($0) } }
    var kinds: Members<Basis.Kind> = [:]
    for pair in text.split(separator: " ") {
      let sides = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, Basis.figures.contains(sides[0]) else {
        complain(
          in: row, cell.index, "\(quoted(Text(String(pair)))) does not say how a figure came about",
          "write one word for all, or pairs such as waitTime=measured (\(Basis.figures.joined(separator: ", ")))")
        return nil
      }
      guard let kind = Self.bases[sides[1].lowercased()] else {
        complainOfChoice(cell, sides[1], "basis", Basis.Kind.self, Self.bases)
        return nil
      }
      kinds[Text(sides[0])] = kind
    }
    return .figures(kinds)
  }

  static func ambiguity(_ text: String) -> String {
    "\(quoted(Text(text))) may have a mark for thousands or for decimals"
  }

  private func words(_ fault: SheetTime.Fault, _ text: String, _ title: String) -> (message: String, remedy: String) {
    let shown = quoted(Text(text))
    return switch fault {
    case .notATime: ("\(shown) is not a time", "write numbers with units, such as \"3d\", \"30 min\" or \"1.5 days\"")
    case .noUnit(let number):
      (
        "\(shown) has no unit",
        "write \"\(number.shortest)h\", or name the unit in the title of the column: \"\(title) (h)\""
      )
    case .clock(let hours, let minutes):
      (
        "\(shown) may be hours and minutes, or minutes and seconds",
        "write \"\(hours)h \(minutes)m\" or \"\(hours)m \(minutes)s\""
      )
    case .noFixedLength(let unit): ("a \(unit) has no fixed length", "write it in weeks or days")
    case .ambiguousNumber: (Self.ambiguity(text), "write it without a mark for thousands")
    case .negative: ("\(shown) is less than nothing", "write a time of 0 or more")
    case .tooLong: ("\(shown) is too long", "a time is less than 1,000,000,000 seconds")
    }
  }
}
