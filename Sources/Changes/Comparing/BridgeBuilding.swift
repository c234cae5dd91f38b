import CanonicalJSON
import ValueStreams

extension Bridge {
  /// Takes the change in lead time apart, type by type.
  ///
  /// The lead time is Σ share · lead time of the type, so its change is Σ mean share · change of the type (one set of
  /// lines for each type) plus Σ change of share · mean lead time of the type (the line `mix`).
  init(_ measured: Sides<MeasuredMap>, _ matching: Matching) {
    var groups: [BridgeLine] = []
    var paths: [BridgeLine] = []
    var mix = PathTotals()
    let types = measured.workTypeIDs
    if types.isEmpty {
      Self.add(measured.map { $0.pathFigures }, matching, nil, weight: 1, &groups, &paths)
    }
    for type in types {
      let shares = measured.shares(of: type)
      let own = measured.map { $0.pathFigures(of: type) }
      // A type that one side does not have takes the same lead time there.
      guard let before = own.before ?? own.after, let after = own.after ?? own.before else { continue }
      mix += (before.totals + after.totals) * ((shares.after - shares.before) / 2)
      if own.before != nil && own.after != nil {
        let weight = (shares.before + shares.after) / 2
        Self.add(Sides(before: before, after: after), matching, type, weight: weight, &groups, &paths)
      }
    }
    lines = groups.sorted { abs($0.total) > abs($1.total) } + paths
    if !mix.isZero { lines.append(BridgeLine(.mix, totals: mix)) }
  }

  private static func add(
    _ figures: Sides<PathFigures>, _ matching: Matching, _ type: WorkTypeID?, weight: Double,
    _ groups: inout [BridgeLine], _ paths: inout [BridgeLine]
  ) {
    func ids(_ members: Sides<[Int]>) -> Sides<[StepID]> { matching.ids(members) }
    var pathMembers = Sides<[Int]>(before: [], after: [])
    for group in matching.groups {
      if let pair = group.pair, figures.before.adds(pair.before, sameAs: pair.after, of: figures.after) { continue }
      let members = Sides(
        before: group.members.before.filter { figures.before.isOnPath[$0] },
        after: group.members.after.filter { figures.after.isOnPath[$0] })
      if members.before.isEmpty && members.after.isEmpty { continue }
      if group.isOnBothSides && (members.before.isEmpty || members.after.isEmpty) {
        pathMembers.before += members.before
        pathMembers.after += members.after
        continue
      }
      let change = figures.after.sum(of: members.after) - figures.before.sum(of: members.before)
      if !change.isZero {
        groups.append(BridgeLine(.group, steps: ids(members), workType: type, totals: change * weight))
      }
    }
    // Summed up side by side, in the order of each map: so that the way back is the same to the last bit.
    pathMembers = pathMembers.map { $0.sorted() }
    let path = figures.after.sum(of: pathMembers.after) - figures.before.sum(of: pathMembers.before)
    if !path.isZero {
      paths.append(BridgeLine(.path, steps: ids(pathMembers), workType: type, totals: path * weight))
    }
  }
}

extension BridgeLine {
  fileprivate init(
    _ kind: Kind, steps: Sides<[StepID]> = Sides(before: [], after: []), workType: WorkTypeID? = nil,
    totals: PathTotals
  ) {
    self.init(
      kind: kind, steps: steps, workType: workType, wait: totals.wait, process: totals.process, rework: totals.rework)
  }
}
