package import CanonicalJSON

/// The lead time of items as a distribution: a simulation in which each item travels the map on its own, parallel branches and
/// rework included, and each of its waits and process times is drawn.
///
/// A mean hides how late the late items are. On a chain the mean of the forecast is the lead time of ``Metrics``; with
/// parallel branches it is longer, since a step waits for the slowest of those it needs.
package struct Forecast: Equatable, Sendable {
  package struct Options: Equatable, Sendable {
    package var items: Int
    package var seed: UInt64
    /// For waits without a range.
    package var waits: Spread
    /// For process times without a range.
    package var processes: Spread

    package init(
      items: Int = 100_000, seed: UInt64 = 1, waits: Spread = .exponential,
      processes: Spread = .logNormal(variation: 0.5)
    ) {
      self.items = items
      self.seed = seed
      self.waits = waits
      self.processes = processes
    }
  }

  /// A forecast walks at most so many steps.
  package static let workLimit = 2e9

  package let options: Options
  /// Of all items: each type counts by its share.
  package let leadTime: LeadTimes
  /// Empty if the map has no work types.
  package let workTypes: Members<LeadTimes>

  package init(_ map: ValueStreamMap, _ options: Options = Options()) throws(ForecastError) {
    let measured: [MeasuredWork]
    do {
      measured = try MeasuredWork.all(of: map, Flow(map), TeamRoster(map))
    } catch {
      throw .flow(error)
    }
    let visits = measured.reduce(0) { $0 + $1.work.share * $1.visits.reduce(0, +) }
    guard Double(options.items) * visits <= Self.workLimit else {
      throw .tooMuchWork(items: Int(Self.workLimit / visits))
    }
    var random = ForecastRandom(seed: options.seed)
    var all: [Double] = []
    all.reserveCapacity(options.items)
    var workTypes: [(key: WorkTypeID, value: LeadTimes)] = []
    var share = 0.0
    for item in measured {
      share += item.work.share
      let count = max(0, Int((share * Double(options.items)).rounded()) - all.count)
      var journey = Journey(item, options)
      let times = (0..<count).map { _ in journey.leadTime(&random) }
      all += times
      if let id = item.work.id { workTypes.append((id, LeadTimes(times))) }
    }
    self.options = options
    self.workTypes = Members(workTypes)
    leadTime = LeadTimes(all)
  }
}
