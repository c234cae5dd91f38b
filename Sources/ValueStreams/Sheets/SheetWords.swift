/// The words that people use in spreadsheets, in small letters, and what the format calls them.
extension SheetReader {
  static let arrivals: [String: Step.Arrival] = ["push": .push, "pull": .pull, "fifo": .fifo, "fifo lane": .fifo]

  static let values: [String: Step.Value] = [
    "adding": .adding, "value-adding": .adding, "value adding": .adding, "value-added": .adding, "value added": .adding,
    "va": .adding, "yes": .adding, "y": .adding,
    "necessary": .necessary, "necessary non-value-adding": .necessary, "business": .necessary,
    "business value": .necessary, "bva": .necessary, "nnva": .necessary, "bnva": .necessary, "required": .necessary,
    "non-adding": .nonAdding, "non adding": .nonAdding, "non-value-adding": .nonAdding, "non-value adding": .nonAdding,
    "non value adding": .nonAdding, "non-value-added": .nonAdding, "non-value added": .nonAdding, "nva": .nonAdding,
    "waste": .nonAdding, "no": .nonAdding, "n": .nonAdding,
  ]

  static let bases: [String: Basis.Kind] = [
    "guess": .guess, "guessed": .guess, "estimate": .guess, "estimated": .guess, "assumed": .guess,
    "observed": .observed, "observation": .observed, "seen": .observed,
    "measured": .measured, "measurement": .measured, "data": .measured,
  ]
}

extension Basis {
  /// The fields of a step that a basis can be stated for.
  package static let figures = ["waitTime", "queue", "processTime", "percentCompleteAccurate"]
}
