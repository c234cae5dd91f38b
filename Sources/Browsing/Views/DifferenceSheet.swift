import CanonicalJSON
import Changes
import Rendering
import Reports
import ValueStreams

/// What tells two maps apart, for a page.
struct DifferenceSheet {
  private let maps: Sides<NamedMap>
  private let difference: Difference
  private let words: BridgeWords
  /// Where each side has a page of its own.
  private let places: Sides<String?>

  init(_ maps: Sides<NamedMap>, _ difference: Difference, places: Sides<String?> = Sides(before: nil, after: nil)) {
    self.maps = maps
    self.difference = difference
    self.places = places
    words = BridgeWords(difference: difference)
  }

  var filling: [String: Filling] {
    let headline = difference.headline
    let account = TimeAccount(headline.leadTime, calendars: difference.calendars)
    let percent = difference[.leadTime]?.percent.map { Numbers.signed($0, Numbers.percent) }
    return [
      "title": .text(maps.after.map.title), "from": side(difference.from, places.before),
      "to": side(difference.to, places.after),
      "headline": .text(difference.headlineText), "isEmpty": .flag(difference.isEmpty),
      "leadTime": [
        "before": .text(account.before), "after": .text(account.after),
        "change": .change(headline.change, account.change),
        "percent": .text(percent),
      ],
      "warnings": .rows(warnings(account)),
      "picture": .markup(
        ChangePicture.make(maps.map(\.measured), difference).svg(.embedded)),
      "bridge": difference.bridge.lines.isEmpty ? .absent : .markup(BridgePicture.make(difference).svg(.embedded)),
      "account": .rows(accountRows(account)),
      "waits": .rows(waits), "handoffs": .rows(handoffs), "handoffCounts": .text(handoffCounts), "loops": .rows(loops),
      "figures": .rows(figures), "steps": .rows(steps), "flow": .rows(flow), "map": .rows(map),
    ]
  }

  private func side(_ side: Provenance, _ href: String?) -> Filling {
    let label = side.state == .future ? "\(side.label), future state" : side.label
    return Filling.link(label, href).adding(["date": .text(side.date.map(Dates.text))])
  }

  private func warnings(_ account: TimeAccount) -> [Filling] {
    var list = difference.warningSentences.map { Filling.text($0) }
    if let corrections = difference.corrections, !corrections.versions.isEmpty {
      let versions = corrections.versions.map { "v\($0)" }.joined(separator: ", ")
      list.append(
        "Of this, \(account.text(corrections.leadTime)) corrects how the map was drawn (\(versions)); the work did not change."
      )
    }
    return list
  }

  /// The bridge as a table, for those who do not see the picture.
  private func accountRows(_ account: TimeAccount) -> [Filling] {
    let lines = difference.bridge.lines.sorted { abs($0.total) > abs($1.total) }
    return zip(lines, account.texts(lines.map(\.total))).map { line, text in
      [
        "subject": .link(words.subject(line), step(line.steps)), "cause": .text(words.cause(line, account.text)),
        "change": .change(line.total, text),
      ]
    }
  }

  private var waits: [Filling] {
    difference.waits.map { wait in
      let account = TimeAccount(wait.seconds, calendars: difference.calendars)
      return [
        "step": .text(words.group(wait.steps) + words.type(wait.workType)),
        "before": .link(wait.counts.before == 0 ? "none" : account.before, step(wait.steps.before, places.before)),
        "after": .link(wait.counts.after == 0 ? "none" : account.after, step(wait.steps.after, places.after)),
        "change": .change(wait.difference, account.change), "word": .text(wait.word),
      ]
    }
  }

  /// Where the figures of these steps stand.
  private func step(_ steps: Sides<[StepID]>) -> String? {
    step(steps.after, places.after) ?? step(steps.before, places.before)
  }

  private func step(_ steps: [StepID], _ page: String?) -> String? {
    guard let page, let first = steps.first else { return nil }
    return "\(page)#\(anchor(first))"
  }

  private var handoffCounts: String {
    let handoffs = difference.handoffs
    let same = handoffs.kept + handoffs.changed.count
    return "\(same + handoffs.gone.count) → \(same + handoffs.new.count)"
  }

  private var handoffs: [Filling] {
    let (names, teams) = (difference.names, difference.teamNames)
    func row(_ mark: String, _ kind: String, _ ends: String, _ between: String, _ note: String) -> Filling {
      [
        "mark": .text(mark), "class": .text(kind), "ends": .text(ends), "teams": .text(between), "note": .text(note),
      ]
    }
    let handoffs = difference.handoffs
    return handoffs.gone.map { row("−", "better", words.ends($0, names.before), words.teams($0, teams.before), "gone") }
      + handoffs.new.map { row("+", "worse", words.ends($0, names.after), words.teams($0, teams.after), "new") }
      + handoffs.changed.map { pair in
        row(
          "~", "same", words.ends(pair.after, names.after), words.teams(pair.after, teams.after),
          "was \(words.teams(pair.before, teams.before))")
      }
  }

  private var loops: [Filling] {
    let durations = difference.calendars.map { Durations($0) }
    func ends(_ loop: Loop, _ names: [StepID: Text]) -> String {
      "\(names[loop.rework.from] ?? loop.rework.from) ↺ \(names[loop.rework.to] ?? loop.rework.to)"
    }
    func text(_ loop: Loop, _ durations: Durations) -> String {
      "\(Numbers.percent(loop.rework.percent)) go back, costs \(durations.text(loop.cost)) an item"
    }
    let rework = difference.rework
    let gone: [Filling] = rework.gone.map {
      [
        "mark": "−", "class": "better", "ends": .text(ends($0, difference.names.before)),
        "text": .text(text($0, durations.before)), "note": "gone",
      ]
    }
    let new: [Filling] = rework.new.map {
      [
        "mark": "+", "class": "worse", "ends": .text(ends($0, difference.names.after)),
        "text": .text(text($0, durations.after)), "note": "new",
      ]
    }
    let changed: [Filling] = rework.changed.map { pair in
      let change = pair.after.cost - pair.before.cost
      return [
        "mark": .text(Arrow.of(change)), "class": change < 0 ? "better" : change > 0 ? "worse" : "same",
        "ends": .text(ends(pair.after, difference.names.after)),
        "text": .text(
          "\(Numbers.percent(pair.before.rework.percent)) → \(Numbers.percent(pair.after.rework.percent)), costs "
            + "\(durations.before.text(pair.before.cost)) → \(durations.after.text(pair.after.cost)) an item"),
        "note": "changed",
      ]
    }
    return gone + new + changed
  }

  private var figures: [Filling] {
    difference.movedFigures.map { change in
      let texts = MetricWords.texts(change, difference.calendars)
      let better = change.change.flatMap { MetricWords.isBetter(change.metric, $0) }
      return [
        "name": .text(MetricWords.name(change.metric)), "before": .text(texts.before), "after": .text(texts.after),
        "change": [
          "arrow": "", "text": .text(texts.change), "class": better.map { $0 ? "better" : "worse" } ?? "same",
        ],
        "percent": .text(change.percent.map { Numbers.signed($0, Numbers.percent) }),
      ]
    }
  }

  private var steps: [Filling] {
    let words = StepWords(difference: difference)
    let common: [Filling] = words.common.map { change, count in
      ["title": "~ at \(count) steps", "fields": .list([.text(StepWords.text(change).plain)]), "hint": .absent]
    }
    return common
      + difference.steps.compactMap { change in
        guard let fields = words.fields(of: change) else { return nil }
        return [
          "title": .text(words.title(change).plain), "fields": .list(fields.map { .text(StepWords.text($0).plain) }),
          "hint": .text(change.isInferred ? words.hint(change) : nil),
        ]
      }
  }

  private var flow: [Filling] {
    func row(_ mark: String, _ pair: Succession, _ names: [StepID: Text]) -> Filling {
      .text("\(mark) \(names[pair.from] ?? pair.from) → \(names[pair.to] ?? pair.to)")
    }
    return difference.flow.gone.map { row("−", $0, difference.names.before) }
      + difference.flow.new.map { row("+", $0, difference.names.after) }
  }

  private var map: [Filling] {
    difference.map.map { change in
      [
        "place": .text(change.path.map(\.string).joined(separator: " › ")),
        "change": .text(ValueWords.change(change.values).plain),
      ]
    }
  }
}
