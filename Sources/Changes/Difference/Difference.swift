package import CanonicalJSON
package import ValueStreams

/// Everything that tells two maps apart, as data: every output is a rendering of it.
///
/// `edits` hold canonical values and positions, so that the later map can be rebuilt from the earlier one; all else is a
/// report in the words of value streams. Changes are after − before; times are seconds of working time.
package struct Difference: Equatable, Sendable {
  package var from: Provenance
  package var to: Provenance
  /// True when the later version was committed as a correction of how the work was drawn, not of the work.
  package var isCorrection = false
  /// As stated; each side prints its durations in its own.
  package var calendars: Sides<WorkCalendar?>
  /// The names of the steps that the entries mention, by id.
  package var names: Sides<[StepID: Text]>
  /// What the teams and work types of each side are called, by id, where they have a name.
  package var teamNames: Sides<[TeamID: Text]> = Sides(before: [:], after: [:])
  package var workTypeNames: Sides<[WorkTypeID: Text]> = Sides(before: [:], after: [:])
  /// One entry for each ``Metric``, in its order, changed or not.
  package var metrics: [MetricChange]
  /// By id; every type of either side.
  package var workTypes: [WorkTypeChange] = []
  package var bridge = Bridge(lines: [])
  /// Largest difference first.
  package var waits: [WaitChange] = []
  package var handoffs = Turnover<Handoff>()
  package var rework = Turnover<Loop>()
  /// In the order of the later map; what was removed stands last, in the order of the earlier one.
  package var steps: [StepChange] = []
  /// Direct successions, gone and new; `changed` stays empty.
  package var flow = Turnover<Succession>()
  /// What is on the map beside steps and rework.
  package var map: [MapChange] = []
  package var warnings: [ComparabilityWarning] = []
  /// How much of the change came from corrections; nil unless two versions of one stream were compared.
  package var corrections: Corrections?
  package var edits: [Edit] = []

  package init(
    from: Provenance, to: Provenance, calendars: Sides<WorkCalendar?>, names: Sides<[StepID: Text]>,
    metrics: [MetricChange]
  ) {
    self.from = from
    self.to = to
    self.calendars = calendars
    self.names = names
    self.metrics = metrics
  }

  /// True when both maps state the same.
  package var isEmpty: Bool { edits.isEmpty }

  /// False when the two were observed under different calendars or scopes, so that totals say nothing about each other.
  package var isComparable: Bool {
    !warnings.contains { warning in
      switch warning {
      case .calendar, .scope: true
      default: false
      }
    }
  }

  package subscript(metric: Metric) -> MetricChange? {
    metrics.first { $0.metric == metric }
  }
}
