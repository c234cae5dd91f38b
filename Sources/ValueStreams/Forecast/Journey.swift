/// The way of single items of one type through their route, time by drawn time.
struct Journey {
  /// Steps that are done in order: the whole route, or what a loop does again before the step that it leaves.
  private struct Walk {
    /// By number in the walk: the place on the route.
    var places: [Int]
    /// By number in the walk, as such numbers.
    var predecessors: FlowNeighbours
    /// Where its ends of steps stand in ``ends``.
    var offset: Int
  }

  private struct Loop {
    let chance: Double
    let delay: Double
    /// The walk back.
    let walk: Int
  }

  private let waits: [DrawnTime]
  private let processes: [DrawnTime]
  private let leaving: [[Loop]]
  private let walks: [Walk]
  /// When each step of a walk was done, in seconds from its start. A walk never runs within itself, since a loop only does
  /// again what lies before it, so each walk has its own part.
  private var ends: [Double]

  init(_ item: MeasuredWork, _ options: Forecast.Options) {
    let work = item.work
    let route = work.route
    var offset = 0
    func walk(_ places: [Int]) -> Walk {
      let numbers = [Int: Int](uniqueKeysWithValues: zip(places, places.indices))
      var predecessors = FlowNeighbours()
      for place in places {
        for before in route.predecessors[place] { numbers[before].map { predecessors.append($0) } }
        predecessors.endRow()
      }
      defer { offset += places.count }
      return Walk(places: places, predecessors: predecessors, offset: offset)
    }
    var walks = [walk(Array(0..<route.count))]
    leaving = work.leaving.map { numbers in
      numbers.map { number in
        let loop = work.loops[number]
        walks.append(walk(route.places(from: loop.to, to: loop.from).filter { $0 < loop.from }))
        return Loop(chance: loop.chance, delay: loop.delay, walk: walks.count - 1)
      }
    }
    self.walks = walks
    ends = [Double](repeating: 0, count: offset)
    waits = route.steps.enumerated().map { place, step in
      DrawnTime(
        item.wait[place], general: item.map.steps[step].waitTime, range: item.map.steps[step].waitRange,
        isStated: work.wait[place] != nil, spread: options.waits)
    }
    processes = route.steps.enumerated().map { place, step in
      DrawnTime(
        item.process[place], general: item.map.steps[step].processTime, range: item.map.steps[step].processRange,
        isStated: work.process[place] != nil, spread: options.processes)
    }
  }

  /// The lead time of one item, in seconds: when its last step is done.
  mutating func leadTime(_ random: inout ForecastRandom) -> Double {
    duration(of: 0, &random)
  }

  private mutating func duration(of walk: Int, _ random: inout ForecastRandom) -> Double {
    var last = 0.0
    let offset = walks[walk].offset
    for number in walks[walk].places.indices {
      var start = 0.0
      walks[walk].predecessors.forEach(of: number) { start = max(start, ends[offset + $0]) }
      let end = start + time(at: walks[walk].places[number], &random)
      ends[offset + number] = end
      last = max(last, end)
    }
    return last
  }

  /// One pass of the step and what its loops add.
  private mutating func time(at place: Int, _ random: inout ForecastRandom) -> Double {
    var time = waits[place].draw(&random) + processes[place].draw(&random)
    if leaving[place].isEmpty { return time }
    while let loop = drawnLoop(at: place, &random) {
      time += loop.delay + duration(of: loop.walk, &random)
      time += waits[place].draw(&random) + processes[place].draw(&random)
    }
    return time
  }

  private func drawnLoop(at place: Int, _ random: inout ForecastRandom) -> Loop? {
    var drawn = random.uniform()
    for loop in leaving[place] {
      if drawn < loop.chance { return loop }
      drawn -= loop.chance
    }
    return nil
  }
}

extension DrawnTime {
  /// A time of one type: by the step's range where it has one, which a type's own time stretches.
  ///
  /// - Parameters:
  ///   - mean: what the type takes, 0 where that is not stated.
  ///   - general: what the step states for all types.
  fileprivate init(
    _ mean: Double, general: WorkingTime?, range: WorkingTimeRange?, isStated: Bool, spread: Spread
  ) {
    let general = general.map { Double($0.seconds) }
    guard let range, !isStated || general == mean || (general ?? 0) > 0 else {
      self.init(mean: mean, spread: spread)
      return
    }
    let (low, high) = (Double(range.low.seconds), Double(range.high.seconds))
    let fitted = DrawnTime(low: low, high: high, mean: general ?? (mean > 0 ? mean : nil))
    self = isStated && general != mean ? fitted.scaled(by: mean / (general ?? mean)) : fitted
  }
}
