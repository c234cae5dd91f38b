package import ValueStreams

/// A metric of one stream over its versions.
package struct TrendSeries: Equatable, Sendable {
  /// What a reader has to know about the step to this point before comparing it with the one before.
  package enum Mark: Equatable, Sendable {
    /// The version corrected the drawing, not the work.
    case correction
    /// Scope, calendar or basis changed: what, in a few words.
    case caution(String)
  }

  package struct Point: Equatable, Sendable {
    package var day: Day
    /// What the point is called: `v5`.
    package var label: String
    /// Nil where the metric cannot be known.
    package var value: Double?
    /// Why it moved: the subject of the version.
    package var subject: String
    package var mark: Mark?

    package init(day: Day, label: String, value: Double?, subject: String, mark: Mark? = nil) {
      self.day = day
      self.label = label
      self.value = value
      self.subject = subject
      self.mark = mark
    }
  }

  package var name: String
  /// By date.
  package var points: [Point]

  package init(name: String, points: [Point]) {
    self.name = name
    self.points = points
  }
}
