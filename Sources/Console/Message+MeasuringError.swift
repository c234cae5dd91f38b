package import Measuring

/// The words for why an event log gives no figures.
extension Message {
  package init(_ error: MeasuringError) {
    switch error {
    case .log(let problems, let more):
      // The whole list is printed where the log is read.
      let first = problems.first.map { "\($0.position): \($0.sentence)" } ?? "it cannot be read"
      let rest = problems.count + more - 1
      self.init(.invalidData, first, rest > 0 ? "There are \(rest) more." : nil)
    case .noColumn(let role, let columns):
      self.init(
        .invalidData, "no column says \(Self.meaning(of: role))",
        "Name it with --\(role.rawValue). There are: \(columns.prefix(12).joined(separator: ", "))\(columns.count > 12 ? " …" : "")"
      )
    case .unknownColumn(let name, let role, let nearest):
      self.init(
        .invalidData, "the file has no column \"\(name)\" for --\(role.rawValue)",
        nearest.map { "Did you mean \"\($0)\"?" } ?? "Name it as in the first row, or by its number from 1.")
    case .empty:
      self.init(.invalidData, "the log holds no event", "Does it have rows below its titles, or traces with events?")
    case .compressed:
      self.init(
        .invalidData, "the log is compressed", "Unpack it on the way: zcat LOG.gz | vsmrepo measure STREAM --events -")
    case .noneKnown(let activities):
      self.init(
        .invalidData, "none of the log's activities is a step of the map: \(Self.quoted(activities))",
        "Say which is which with --map \"ACTIVITY=STEP\", or draw the map from the log with --discover.")
    case .tooManyActivities(let count):
      self.init(
        .invalidData, "the log has \(count) different activities, and no map has so many steps",
        "Is it the right column? Name it with --activity.")
    case .unknownStep(let step, let nearest):
      self.init(
        .notThere, "--map: the map has no step \"\(step)\"",
        nearest.map { "Did you mean \($0)?" }
          ?? "Name a step by its id or its name; with nothing after = it is left out.")
    case .unknownActivity(let activity, let nearest):
      self.init(
        .notThere, "--map: the log has no activity \"\(activity)\"", nearest.map { "Did you mean \"\($0)\"?" })
    case .hours(let text, let fault):
      self.init(
        .usage, "--hours \"\(text)\": \(Self.complaint(fault))",
        "Write it as \"mon-thu 8:00-12:00,13:00-17:00; fri 8:00-14:00\".")
    case .line(let number, let text):
      self.init(.invalidData, "line \(number) makes no sense: \"\(text.prefix(80))\"", nil)
    case .damagedZone(let name):
      self.init(
        .invalidData, "the rules of the time zone \(name) cannot be read", "Install them anew: apt-get install tzdata")
    }
  }

  private static func meaning(of role: LogRole) -> String {
    switch role {
    case .item: "which case a row belongs to"
    case .activity: "what was done"
    case .start: "when work started"
    case .end: "when work started or ended"
    case .lifecycle: "which transition a row is"
    }
  }

  private static func complaint(_ fault: WorkingHours.Fault) -> String {
    switch fault {
    case .form: "days and times are needed"
    case .weekday(let word): "\"\(word)\" is no day of the week"
    case .time(let word): "\"\(word)\" is no time of day"
    case .order(let word): "\"\(word)\" ends before it begins"
    case .overlap(let day): "two stretches overlap on \(day)"
    }
  }

  private static func quoted(_ names: [String]) -> String {
    names.prefix(6).map { "\"\($0)\"" }.joined(separator: ", ") + (names.count > 6 ? " …" : "")
  }
}
