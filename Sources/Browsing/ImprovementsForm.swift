import CanonicalJSON
import Changes
import ValueStreams

/// The search of the page of improvements, as the fields of its form say it; the same words as the command's options.
struct ImprovementsForm {
  private(set) var filter = ImprovementFilter()
  private(set) var stream: String?
  /// What was typed, to show it again.
  private(set) var values: Filling = [:]

  var isFiltered: Bool {
    filter.kinds != nil || filter.team != nil || filter.text != nil || filter.size != nil || filter.since != nil
      || filter.until != nil || stream != nil || filter.regressions
  }

  init(_ fields: [String: [String]]) throws(BrowsingError) {
    func first(_ name: String) -> String? { fields[name]?.first }
    func day(_ name: String) throws(BrowsingError) -> Day? {
      guard let text = first(name) else { return nil }
      guard let day = Day(text) else {
        throw .unreadableFilter(name, value: text, remedy: "Write a day as 2026-09-30.")
      }
      return day
    }
    stream = first("stream")
    filter.text = first("text")
    filter.team = first("team").map { TeamID($0) }
    filter.since = try day("since")
    filter.until = try day("until")
    filter.regressions = first("regressions") != nil
    if let kinds = fields["kind"] {
      var chosen: Set<Improvement.Kind> = []
      for kind in kinds {
        guard let known = Improvement.Kind(rawValue: kind) else {
          let all = Improvement.Kind.allCases.map(\.rawValue).joined(separator: ", ")
          throw .unreadableFilter("kind", value: kind, remedy: "There are: \(all).")
        }
        chosen.insert(known)
      }
      filter.kinds = chosen
    }
    if let least = first("least") {
      guard let size = try? DurationText(nil).read(least) else {
        throw .unreadableFilter("least", value: least, remedy: "Write a duration as 1d or 4h.")
      }
      filter.size = Double(size.seconds)
    }
    values = .object(
      Dictionary(
        ["text", "least", "since", "until"].map { ($0, Filling.text(first($0))) }
      ) { first, _ in first })
  }
}
