/// The title of a column, understood: `Wait time (h)` is the wait, in hours where a cell names no unit.
struct SheetTitle: Equatable, Sendable {
  var column: SheetColumn
  /// Only for columns that hold times.
  var unit: SheetTime.Unit?

  init(_ column: SheetColumn) {
    self.column = column
  }

  /// Nil for a title that means nothing to a map.
  init?(_ text: String) {
    let words = Self.words(text)
    if let column = Self.column(words) {
      self.column = column
      return
    }
    if let unit = Self.unit(in: text) {
      var rest = words.dropLast()
      if rest.last == "in" { rest = rest.dropLast() }
      if let column = Self.column(rest), column.holdsTimes {
        self.column = column
        self.unit = unit
        return
      }
    }
    // `Queue (items)`, `Team [who does it]`, `Wait (before the step)`
    guard let bracket = text.firstIndex(where: { "([{".contains($0) }), bracket > text.startIndex,
      let column = Self.column(Self.words(String(text[..<bracket])))
    else { return nil }
    self.column = column
  }

  /// The unit that a title ends in: `Wait (h)`, `wait in hours`.
  static func unit(in text: String) -> SheetTime.Unit? { words(text).last.flatMap { SheetTime.Unit($0) } }

  /// Of all known titles, the one that was probably meant.
  static func nearest(to text: String) -> SheetColumn? {
    let squeezed = words(text).joined()
    guard squeezed.count > 3 else { return nil }
    let nearest = NearestWord.to(squeezed, among: SheetColumn.allCases.flatMap(\.titles).filter { $0.count > 3 })
    return nearest.flatMap { known[$0] }
  }

  private static let known = [String: SheetColumn](
    SheetColumn.allCases.flatMap { column in column.titles.map { ($0, column) } },
    uniquingKeysWith: { first, _ in first })

  private static func column(_ words: some Sequence<String>) -> SheetColumn? { known[words.joined()] }

  /// In small letters, without anything but letters, digits, `%`, `&` and `#`.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || "%&#".contains($0)) }.map(String.init)
  }
}
