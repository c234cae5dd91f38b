import Git
import ValueStreams

/// Every version on the main line with its number, oldest first: what a walk along the first parents found.
struct History: Equatable {
  struct Record: Equatable, Sendable {
    var commit: ObjectID
    /// Committer time, seconds since 1970 UTC.
    var seconds: Int64
    /// Place in `streams`.
    var stream: Int
    var number: Int
    /// The maps, so that a walk through many versions need not open their folders; nil where they were not looked at.
    var maps: Maps?
  }

  struct Maps: Equatable, Sendable {
    var current: ObjectID?
    var future: ObjectID?

    subscript(state: Provenance.State) -> ObjectID? {
      get {
        switch state {
        case .current: current
        case .future: future
        }
      }
      set {
        switch state {
        case .current: current = newValue
        case .future: future = newValue
        }
      }
    }
  }

  /// Where the walk ended before the first commit.
  enum Gap: Equatable {
    /// A shallow clone's edge.
    case shallow
    /// An object that is missing or damaged.
    case damaged(what: String, reason: String)
  }

  var tip: ObjectID
  var streams: [String] = []
  var records = Records()
  /// How many records, from the first, were seen to have their tag or to need none.
  var tagged = 0
  /// Nil when the walk reached the first commit.
  var gap: Gap?

  /// Records of one stream, oldest first.
  func records(of stream: String) -> Records {
    guard let place = streams.firstIndex(of: stream) else { return Records() }
    return streams.count == 1 ? records : Records(records.filter { $0.stream == place })
  }

  func latest(of stream: String) -> Record? {
    guard let place = streams.firstIndex(of: stream) else { return nil }
    return records.last { $0.stream == place }
  }

  func number(of commit: ObjectID, stream: String) -> Int? {
    guard let place = streams.firstIndex(of: stream) else { return nil }
    return records.last { $0.stream == place && $0.commit == commit }?.number
  }

  /// Adds a version; its number is `number` where a tag says so, else the one after the last.
  mutating func append(_ commit: ObjectID, seconds: Int64, stream: String, number: Int?, maps: Maps? = nil) {
    let place: Int
    if let known = streams.firstIndex(of: stream) {
      place = known
    } else {
      place = streams.count
      streams.append(stream)
    }
    let next = (records.last { $0.stream == place }?.number ?? 0) + 1
    records.append(Record(commit: commit, seconds: seconds, stream: place, number: number ?? next, maps: maps))
  }
}
