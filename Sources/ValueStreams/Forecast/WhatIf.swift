import CanonicalJSON

/// One figure of a map as it might be: `approval.waitTime=1d`, or for a loop `approval.copy.percent=20`.
package struct WhatIf: Equatable, Sendable {
  package enum Fault: Equatable, Sendable {
    /// Not of the form `STEP.FIELD=VALUE` or `FROM.TO.percent=VALUE`.
    case form
    /// The field has no effect on a forecast, or does not exist.
    case field(String, nearest: String?)
    case duration(DurationText.Fault, of: String)
    /// Not a number of the right size.
    case number(String)
    case unknownStep(StepID, nearest: StepID?)
    case unknownLoop(from: StepID, to: StepID)
  }

  /// What can be changed.
  package static let fields = ["waitTime", "processTime", "queue", "percent"]

  package enum Change: Equatable, Sendable {
    case waitTime(StepID, WorkingTime)
    case processTime(StepID, WorkingTime)
    /// Replaces a stated wait, too.
    case queue(StepID, Double)
    /// 0 takes the loop away.
    case percent(from: StepID, to: StepID, Double)
  }

  /// As it was written.
  package let text: String
  package let change: Change

  /// Reads the text; durations are those of the calendar.
  package init(_ text: String, calendar: WorkCalendar?) throws(ForecastError) {
    self.text = text
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let path = sides.first.map { $0.split(separator: ".", omittingEmptySubsequences: false).map(String.init) } ?? []
    guard sides.count == 2, let field = path.last, path.allSatisfy({ !$0.isEmpty }) else { throw .whatIf(text, .form) }
    let value = String(sides[1])
    func duration() throws(ForecastError) -> WorkingTime {
      do { return try DurationText(calendar).read(value) } catch { throw .whatIf(text, .duration(error, of: value)) }
    }
    func number(_ isValid: (Double) -> Bool) throws(ForecastError) -> Double {
      guard let number = Double(value), number.isFinite, isValid(number) else { throw .whatIf(text, .number(value)) }
      return number
    }
    switch (path.count, field) {
    case (2, "waitTime"): change = .waitTime(Text(path[0]), try duration())
    case (2, "processTime"): change = .processTime(Text(path[0]), try duration())
    case (2, "queue"): change = .queue(Text(path[0]), try number { $0 >= 0 })
    case (3, "percent"):
      change = .percent(from: Text(path[0]), to: Text(path[1]), try number { $0 >= 0 && $0 < 100 })
    case (2, _): throw .whatIf(text, .field(field, nearest: NearestWord.to(field, among: Self.fields)))
    default: throw .whatIf(text, .form)
    }
  }
}

extension ValueStreamMap {
  /// The map as it would be. A new time holds for all work types, and stretches the step's range.
  package func applying(_ whatIf: WhatIf) throws(ForecastError) -> ValueStreamMap {
    var map = self
    func index(_ id: StepID) throws(ForecastError) -> Int {
      if let index = steps.firstIndex(where: { $0.id == id }) { return index }
      let nearest = NearestWord.to(id.string, among: steps.map(\.id.string))
      throw .whatIf(whatIf.text, .unknownStep(id, nearest: nearest.map { Text($0) }))
    }
    switch whatIf.change {
    case .waitTime(let id, let time):
      let step = try index(id)
      map.steps[step].waitRange = steps[step].waitRange?.stretched(from: steps[step].waitTime, to: time)
      map.steps[step].waitTime = time
      map.forgetOwnTimes(at: id, \.waitTime)
    case .processTime(let id, let time):
      let step = try index(id)
      map.steps[step].processRange = steps[step].processRange?.stretched(from: steps[step].processTime, to: time)
      map.steps[step].processTime = time
      map.forgetOwnTimes(at: id, \.processTime)
    case .queue(let id, let items):
      let step = try index(id)
      map.steps[step].queue = items
      map.steps[step].waitTime = nil
      map.steps[step].waitRange = nil
      map.forgetOwnTimes(at: id, \.waitTime)
    case .percent(let from, let to, let percent):
      guard let loop = rework?.firstIndex(where: { $0.from == from && $0.to == to }) else {
        throw .whatIf(whatIf.text, .unknownLoop(from: from, to: to))
      }
      if percent > 0 { map.rework?[loop].percent = percent } else { map.rework?.remove(at: loop) }
    }
    return map
  }

  private mutating func forgetOwnTimes(at step: StepID, _ figure: WritableKeyPath<StepTimes, WorkingTime?>) {
    workTypes = workTypes?.mapValues { type in
      var type = type
      type.times?[step]?[keyPath: figure] = nil
      return type
    }
  }
}

extension WorkingTimeRange {
  /// The range in proportion to a new time; nil where the old one was not stated or 0.
  fileprivate func stretched(from old: WorkingTime?, to new: WorkingTime) -> WorkingTimeRange? {
    guard let old, old.seconds > 0 else { return nil }
    func scaled(_ time: WorkingTime) -> WorkingTime {
      let seconds = Double(time.seconds) * Double(new.seconds) / Double(old.seconds)
      return WorkingTime(seconds: Int(min(seconds.rounded(), Double(WorkingTime.limit - 1))))
    }
    return WorkingTimeRange(low: scaled(low), high: scaled(high))
  }
}
