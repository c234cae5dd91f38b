package import ValueStreams

/// `vsmrepo show`: one map for the terminal — the stream as a picture in text, its figures, what holds it back, and the
/// rest of what it states.
package struct ShowText {
  /// Something somebody said about the version.
  package struct Comment {
    package var author: String
    /// RFC 3339.
    package var date: String
    package var text: String

    package init(author: String, date: String, text: String) {
      self.author = author
      self.date = date
      self.text = text
    }
  }

  private let map: ValueStreamMap
  private let flow: Flow
  private let metrics: Metrics
  private let provenance: Provenance
  private let comments: [Comment]

  package init(
    _ map: ValueStreamMap, _ flow: Flow, _ metrics: Metrics, _ provenance: Provenance, comments: [Comment] = []
  ) {
    self.map = map
    self.flow = flow
    self.metrics = metrics
    self.provenance = provenance
    self.comments = comments
  }

  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    page.wrap(StyledText(map.title, .strong), indent: 0)
    page.wrap(origin)
    if map.trigger != nil || map.doneWhen != nil {
      let start = map.trigger.map { "begins: \($0)" }
      let end = map.doneWhen.map { "done when: \($0)" }
      page.wrap(StyledText([start, end].compactMap { $0 }.joined(separator: " · "), .faint), indent: 0)
    }
    page.blank()
    StepPicture(map, flow, metrics).add(to: &page)
    FigureLines(map, metrics).add(to: &page)
    addAdvice(to: &page)
    MapDetails(map, metrics).add(to: &page)
    if !comments.isEmpty { page.heading("Comments") }
    for comment in comments {
      page.add("  \(comment.author, .strong)  \(Dates.text(comment.date), .faint)")
      page.quote(comment.text, margin: 4)
    }
    return page.string()
  }

  /// What a coach would point out; the constraint stands with the figures already.
  private func addAdvice(to page: inout Page) {
    let lines = Advice.on(map, metrics).filter { if case .constraint = $0 { false } else { true } }
    guard !lines.isEmpty else { return }
    page.heading("Worth a look")
    for sentence in adviceLines(lines, map) { page.wrap("  \(sentence)", indent: 4) }
  }

  /// `content v5, current state, observed 30 Sep 2026, Growth marketing`
  private var origin: StyledText {
    var parts = [StyledText([provenance.stream, provenance.label].compactMap { $0 }.joined(separator: " "), .identity)]
    parts.append(StyledText("\(provenance.state.rawValue) state"))
    if let day = map.asOf {
      parts.append(StyledText("observed \(Dates.text(day))"))
    } else if let date = provenance.date {
      parts.append(StyledText("committed \(Dates.text(date))"))
    }
    if let team = map.team { parts.append(StyledText(Names(map).team(team))) }
    return parts.dropFirst().reduce(parts[0]) { "\($0), \($1)" }
  }
}

/// Advice as sentences, durations by the map's calendar.
package func adviceLines(_ advice: [Advice], _ map: ValueStreamMap) -> [String] {
  let durations = Durations(map.calendar)
  return advice.map { $0.sentence(in: map) { durations.text($0) } }
}
