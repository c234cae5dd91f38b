import ArgumentParser
import CanonicalJSON
import ValueStreams

/// What the user says of a column whose title does not tell: `Dauer (h)=process`.
struct ColumnMeaning: ExpressibleByArgument {
  let title: String
  let column: SheetColumn

  /// The last `=` parts the two, since a title may hold one.
  init?(argument: String) {
    guard let equals = argument.lastIndex(of: "="), equals > argument.startIndex,
      let column = SheetColumn(rawValue: String(argument[argument.index(after: equals)...]))
    else { return nil }
    title = String(argument[..<equals])
    self.column = column
  }

  static var defaultValueDescription: String { "TITLE=MEANING" }
}

/// The length of a working day: `7h30m`, 1 to 24 hours.
struct WorkingDay: ExpressibleByArgument {
  let time: WorkingTime

  init?(argument: String) {
    let spaced = argument.replacing(" ", with: "").replacing("h", with: "h ").split(separator: " ").joined(
      separator: " ")
    guard let time = try? DurationText(nil).read(spaced, clockOnly: true), (3600...86_400).contains(time.seconds) else {
      return nil
    }
    self.time = time
  }
}
