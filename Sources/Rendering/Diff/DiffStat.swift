package import Changes
import ValueStreams

/// `vsmrepo diff --stat`: a line a reason, as wide as it is large, and the counts.
package struct DiffStat {
  private let difference: Difference

  package init(_ difference: Difference) {
    self.difference = difference
  }

  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    let words = BridgeWords(difference: difference)
    let lines = difference.bridge.lines.sorted { abs($0.total) > abs($1.total) }
    let account = TimeAccount(difference.headline.leadTime, calendars: difference.calendars)
    let most = lines.map { abs($0.total) }.max() ?? 0
    var table = Table([.init("", least: 16), .init("", .right), .init("")])
    for (line, text) in zip(lines, account.texts(lines.map(\.total))) {
      let role = Arrow.role(line.total)
      let columns = max(1, Int((abs(line.total) / most * Double(min(40, terminal.width / 3))).rounded()))
      table.add([
        StyledText(words.subject(line)), StyledText(text, role),
        StyledText(String(repeating: Arrow.of(line.total), count: columns), role),
      ])
    }
    page.add(table.lines(width: terminal.width, margin: 1))
    let counts = [steps, handoffs, loops].compactMap { $0 }
    if !counts.isEmpty { page.wrap(StyledText(" " + counts.joined(separator: "; ")), indent: 1) }
    page.wrap(StyledText(" " + difference.headlineText), indent: 1)
    return page.string()
  }

  private var steps: String? {
    count(
      "step",
      StepChange.Kind.allCases.map { kind in (kind.rawValue, difference.steps.count { $0.kind == kind }) })
  }

  private var handoffs: String? { count("handoff", turnover(difference.handoffs)) }
  private var loops: String? { count("loop", turnover(difference.rework)) }

  private func turnover<Entry>(_ turnover: Turnover<Entry>) -> [(String, Int)] {
    [("gone", turnover.gone.count), ("new", turnover.new.count), ("changed", turnover.changed.count)]
  }

  /// `2 steps changed, 1 added`
  private func count(_ noun: String, _ parts: [(String, Int)]) -> String? {
    let parts = parts.filter { $0.1 > 0 }
    guard let first = parts.first else { return nil }
    let rest = parts.dropFirst().map { ", \($0.1) \($0.0)" }.joined()
    return "\(Numbers.counted(first.1, noun)) \(first.0)\(rest)"
  }
}
