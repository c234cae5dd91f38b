package import CanonicalJSON

/// Reads `vsm-map/1` documents: a map, or every reason why there is none.
package struct MapReader {
  /// What came of reading a document.
  package struct Reading: Sendable {
    /// Nil if there is any error.
    package let map: ValueStreamMap?
    /// The figures of the map, where the checks had to work them out; see ``ValueStreams/Metrics/init(_:_:)``.
    package let figures: (flow: Flow, metrics: Metrics)?
    /// In the order of the document.
    package let problems: [Problem]
  }

  /// The largest document that is read, in bytes.
  package static let sizeLimit = 16 * 1024 * 1024

  /// Reads and checks a document. `context` says what is known beside the document itself; nil asks for errors only,
  /// which is quicker.
  package static func read(_ bytes: [UInt8], context: CheckContext? = nil) -> Reading {
    let (document, problems) = JSONDocument.read(bytes)
    return read(document, problems, context: context)
  }

  /// The same for what came of reading the text itself.
  static func read(
    _ document: JSONDocument?, _ syntaxProblems: [JSONProblem], context: CheckContext? = nil
  ) -> Reading {
    var problems = syntaxProblems.map {
      Problem(code: .syntax, position: $0.position, pointer: $0.pointer, message: $0.message, remedy: $0.remedy)
    }
    guard let document else { return Reading(map: nil, figures: nil, problems: problems) }

    var reader = DocumentReader(document)
    let draft = reader.map(document.start)
    var complaints = reader.complaints
    var figures: (flow: Flow, metrics: Metrics)?
    var map = complaints.isEmpty && problems.isEmpty ? draft : nil
    if let draft {
      var check = MapCheck(map: draft, document: document, isComplete: map != nil)
      check.findErrors()
      if !check.complaints.isEmpty { map = nil }
      figures = map == nil ? nil : check.figures
      if let context { check.findRemarks(context) }
      complaints += check.complaints + check.remarks
    }
    // Where the text itself is broken, what was made of it is not worth a second complaint.
    let broken = Set(syntaxProblems.map(\.offset))
    for complaint in complaints where !broken.contains(complaint.offset) {
      problems.append(
        Problem(
          code: complaint.code, position: document.position(of: complaint.offset), pointer: complaint.path.pointer,
          message: complaint.message, remedy: complaint.remedy))
    }
    problems.sort { ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column) }
    return Reading(map: map, figures: figures, problems: problems)
  }

  /// The format that a document claims to be, if it claims any: tells a map from somebody else's JSON file.
  package static func claimedFormat(_ bytes: [UInt8]) -> Text? {
    JSONDocument.read(bytes).document?.root["format"]?.text
  }
}

/// What a check can know beside the document.
package struct CheckContext: Sendable {
  package var state: Provenance.State
  /// The version before, for renames that lose their history.
  package var previous: ValueStreamMap?
  /// For actions whose day has passed.
  package var today: Day?

  package init(state: Provenance.State = .current, previous: ValueStreamMap? = nil, today: Day? = nil) {
    self.state = state
    self.previous = previous
    self.today = today
  }
}

private enum MapKey: String, ObjectKey {
  case schema = "$schema"
  case format, title, team, asOf, trigger, doneWhen, commitment, sources, customers, calendar, demand, review, teams
  case participants, glossary, steps, rework, workTypes, actions

  static let names = ObjectKeyNames<MapKey>(required: [.format, .title, .steps])

  static func sample(_ key: MapKey) -> String {
    switch key {
    case .format: "\"\(DocumentReader.format)\""
    case .steps: "[{ \"id\": \"intake\", \"name\": \"Request\" }]"
    default: "\"…\""
    }
  }
}

private enum CalendarKey: String, ObjectKey {
  case day, daysPerWeek

  static let names = ObjectKeyNames<CalendarKey>()
}

private enum DemandKey: String, ObjectKey {
  case items, per

  static let names = ObjectKeyNames<DemandKey>(required: [.items, .per])

  static func sample(_ key: DemandKey) -> String { key == .items ? "6" : "\"1w\"" }
}

private enum TeamKey: String, ObjectKey {
  case name, control, people, availability

  static let names = ObjectKeyNames<TeamKey>()
}

private enum ParticipantKey: String, ObjectKey {
  case name, role, team

  static let names = ObjectKeyNames<ParticipantKey>(required: [.name])
}

extension DocumentReader {
  static let format = "vsm-map/1"

  /// The map as far as it can be read; nil if the document is not even an object with a list of steps.
  mutating func map(_ root: JSONPlace) -> ValueStreamMap? {
    guard document.kind(root) == .object else {
      complain(.type, at: root, "a map is an object, and this is \(document.kind(root).article)", "start it with {")
      return nil
    }
    // Durations everywhere depend on the calendar, wherever it stands.
    var map = ValueStreamMap(title: "", steps: [])
    if let key = key("calendar", of: root) {
      map.calendar = inside(key) { $0.calendar(key.value) }
    }
    durations = DurationText(map.calendar)

    map.extensions = object(root, MapKey.self, "the map") { reader, key, node in
      let what = key.rawValue
      switch key {
      case .schema: map.schema = reader.text(node, what)
      case .format: reader.checkFormat(node)
      case .title: map.title = reader.text(node, what) ?? ""
      case .team: map.team = reader.id(node, what)
      case .asOf: map.asOf = reader.day(node, what)
      case .trigger: map.trigger = reader.text(node, what)
      case .doneWhen: map.doneWhen = reader.text(node, what)
      case .commitment: map.commitment = reader.id(node, what)
      case .sources: map.sources = reader.set(node, what, ids: false)
      case .customers: map.customers = reader.set(node, what, ids: false)
      case .calendar: break
      case .demand: map.demand = reader.demand(node)
      case .review: map.review = reader.choice(node, "review cadence", Cadence.self)
      case .teams: map.teams = reader.dictionary(node, what, nested: &map.nestedExtensions) { $0.team($1) }
      case .participants: map.participants = reader.list(node, what) { $0.participant($1) }
      case .glossary: map.glossary = reader.glossary(node, &map.nestedExtensions)
      case .steps: map.steps = reader.steps(node)
      case .rework:
        map.rework = reader.list(node, what) { $0.rework($1) }?.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
      case .workTypes: map.workTypes = reader.dictionary(node, what, nested: &map.nestedExtensions) { $0.workType($1) }
      case .actions: map.actions = reader.dictionary(node, what, nested: &map.nestedExtensions) { $0.action($1) }
      }
    }
    return map
  }

  private mutating func checkFormat(_ node: JSONPlace) {
    guard let text = text(node, "format"), text.string != Self.format else { return }
    let isNewer = text.string.hasPrefix("vsm-map/")
    complain(
      .range, at: node, "\(quoted(text)) is not a format this program knows",
      isNewer ? "it knows \"\(Self.format)\": update vsmrepo" : "write \"\(Self.format)\"")
  }

  private mutating func calendar(_ node: JSONPlace) -> WorkCalendar {
    var calendar = WorkCalendar()
    calendar.extensions = object(node, CalendarKey.self, "calendar") { reader, key, node in
      switch key {
      case .day:
        guard let day = reader.duration(node, "day", clockOnly: true) else { break }
        if (3600...86_400).contains(day.seconds) {
          calendar.day = day
        } else {
          reader.complain(.range, at: node, "a working day of \(reader.durations.clockText(day))", "write 1h to 24h")
        }
      case .daysPerWeek:
        calendar.daysPerWeek = reader.number(node, "daysPerWeek", "from 1 to 7") { (1...7).contains($0) }
      }
    }
    return calendar
  }

  private mutating func demand(_ node: JSONPlace) -> Demand? {
    var items: Double?
    var per: WorkingTime?
    let extensions = object(node, DemandKey.self, "demand") { reader, key, node in
      switch key {
      case .items: items = reader.number(node, "items", "more than 0") { $0 > 0 }
      case .per:
        guard let time = reader.duration(node, "per") else { break }
        if time.seconds > 0 {
          per = time
        } else {
          reader.complain(
            .range, at: node, "demand per no time at all", "write a stretch of working time, such as \"1w\"")
        }
      }
    }
    guard let items, let per else { return nil }
    var demand = Demand(items: items, per: per)
    demand.extensions = extensions
    return demand
  }

  private mutating func glossary(_ node: JSONPlace, _ nested: inout Members<Members<JSON>>) -> Members<Text>? {
    dictionary(node, "glossary", ids: false, nested: &nested) { $0.text($1, "an explanation") }
  }

  private mutating func team(_ node: JSONPlace) -> Team? {
    var team = Team()
    team.extensions = object(node, TeamKey.self, "a team") { reader, key, node in
      switch key {
      case .name: team.name = reader.text(node, "name")
      case .control: team.control = reader.choice(node, "control", Team.Control.self)
      case .people: team.people = reader.number(node, "people", "more than 0") { $0 > 0 }
      case .availability:
        team.availability = reader.number(node, "availability", "a percent, more than 0 and at most 100") {
          $0 > 0 && $0 <= 100
        }
      }
    }
    return team
  }

  private mutating func participant(_ node: JSONPlace) -> Participant? {
    var participant = Participant(name: "")
    participant.extensions = object(node, ParticipantKey.self, "a participant") {
      reader, key, node in
      switch key {
      case .name: participant.name = reader.text(node, "name") ?? ""
      case .role: participant.role = reader.text(node, "role")
      case .team: participant.team = reader.id(node, "team")
      }
    }
    return participant
  }
}

extension DurationText {
  func clockText(_ time: WorkingTime) -> String { Self.clock.write(time) }
}
