/// Which of the names that exist somebody may have meant.
enum Nearness {
  /// At most three of `names`, the likeliest first: those that differ in less than half of their letters.
  static func nearest(to word: String, in names: [String]) -> [String] {
    let letters = Array(word.lowercased().unicodeScalars)
    return names.map { (name: $0, distance: distance(letters, Array($0.lowercased().unicodeScalars))) }
      .filter { $0.distance * 2 <= max(letters.count, $0.name.unicodeScalars.count) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(3).map(\.name)
  }

  /// Edits (insert, remove, replace) from one to the other: Wagner and Fischer, one row at a time.
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var row = Array(0...other.count)
    for (i, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, match) in other.enumerated() {
        let replaced = diagonal + (letter == match ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
