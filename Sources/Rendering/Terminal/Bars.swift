/// Bars and curves made of block characters.
package enum Bars {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let levels = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A bar of `value` of `most`, at most `width` columns; anything above zero is seen.
  package static func solid(_ value: Double, of most: Double, width: Int) -> String {
    guard value > 0, most > 0, width > 0 else { return "" }
    let parts = max(1, Int((min(value / most, 1) * Double(width * 8)).rounded()))
    return String(repeating: "█", count: parts / 8) + eighths[parts % 8]
  }

  /// As ``solid(_:of:width:)`` in a lighter shade and whole columns, to tell more from less without colour.
  package static func shaded(_ value: Double, of most: Double, width: Int) -> String {
    guard value > 0, most > 0, width > 0 else { return "" }
    return String(repeating: "▒", count: max(1, Int((min(value / most, 1) * Double(width)).rounded())))
  }

  /// Waiting light, work dark, in whole columns; what is there is seen.
  package static func timeline(wait: Double, work: Double, of most: Double, width: Int) -> String {
    guard most > 0, width > 1 else { return "" }
    func columns(_ value: Double) -> Int {
      value > 0 ? max(1, Int((min(value / most, 1) * Double(width)).rounded())) : 0
    }
    let dark = min(columns(work), wait > 0 ? width - 1 : width)
    return String(repeating: "░", count: min(columns(wait), width - dark)) + String(repeating: "█", count: dark)
  }

  /// One column a value, from the smallest to the largest; a gap where there is none.
  package static func sparkline(_ values: [Double?]) -> String {
    let known = values.compactMap { $0 }
    guard let least = known.min(), let most = known.max() else { return "" }
    return values.map { value in
      guard let value else { return " " }
      guard most > least else { return levels[3] }
      return levels[min(7, Int((value - least) / (most - least) * 8))]
    }.joined()
  }
}
