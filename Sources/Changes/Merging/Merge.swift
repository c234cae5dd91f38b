package import CanonicalJSON
package import ValueStreams

/// What two people made of one map, put together by meaning: the combined document, and where they cannot both be had.
///
/// A pure function of the three maps and the choices made so far; settling a conflict makes a new merge. Nothing is guessed:
/// steps are the same only if their ids are.
package struct Merge: Sendable {
  /// Nil where the two share no ancestor.
  package let base: ValueStreamMap?
  package let ours: ValueStreamMap
  package let theirs: ValueStreamMap
  package let choices: [MergeAddress: Choice]
  /// The combined document in canonical form. While there are conflicts it holds the ancestor's value at each, or ours where
  /// the ancestor has none.
  package let document: JSON
  /// The document read and checked; nil while it breaks a rule.
  package let map: ValueStreamMap?
  /// By kind, then by address.
  package let conflicts: [Conflict]

  package init(
    base: ValueStreamMap?, ours: ValueStreamMap, theirs: ValueStreamMap, choices: [MergeAddress: Choice] = [:]
  ) {
    self.base = base
    self.ours = ours
    self.theirs = theirs
    self.choices = choices
    let documents = ThreeSides<JSON?>(base: base?.json, ours: ours.json, theirs: theirs.json)
    var merging = ThreeWay(choices: choices)
    var merged = merging.merge(documents, at: MergeAddress([])) ?? .object([:])
    if let conflict = CalendarConflict.find(documents, choices: choices) {
      if !merging.conflicts.contains(where: { $0.address == conflict.address }) { merging.report(conflict) }
      merged = merged.with("calendar", documents.base?.members["calendar"])
    }
    let flows = FlowConflicts(base: base, ours: ours, theirs: theirs, choices: choices)
    merged = flows.applyingChoices(to: merged)
    document = merged

    let reading = MapReader.read(merged.canonicalBytes)
    map = reading.map
    var found = merging.conflicts
    if let map = reading.map {
      found += flows.conflicts(in: map)
    } else {
      found += reading.problems.map { problem in
        Conflict(
          .rule, MergeAddress(problem, in: merged), ThreeSides(base: nil, ours: nil, theirs: nil), problem: problem)
      }
    }
    let kinds = Conflict.Kind.allCases
    conflicts = found.sorted { left, right in
      let ranks = (kinds.firstIndex(of: left.kind) ?? 0, kinds.firstIndex(of: right.kind) ?? 0)
      return ranks.0 == ranks.1 ? left.address < right.address : ranks.0 < ranks.1
    }
  }

  /// True when the result can be committed.
  package var isSettled: Bool { conflicts.isEmpty && map != nil }

  /// Settles one place; any place may be chosen, also one without a conflict, such as a step to be brought back.
  package func resolving(_ address: MergeAddress, by choice: Choice) -> Merge {
    var choices = choices
    choices[address] = choice
    return Merge(base: base, ours: ours, theirs: theirs, choices: choices)
  }

  /// Settles all conflicts, or all of one kind, by taking the same side. Rules that the combination breaks stay: no side has a
  /// say in them.
  package func resolvingAll(of kind: Conflict.Kind? = nil, by side: Choice.Side) -> Merge {
    var choices = choices
    for conflict in conflicts where (kind ?? conflict.kind) == conflict.kind && conflict.kind != .rule {
      choices[conflict.address] = .side(side)
    }
    return Merge(base: base, ours: ours, theirs: theirs, choices: choices)
  }
}

extension JSON {
  /// The object with a member set or, for nil, taken out.
  func with(_ key: Text, _ value: JSON?) -> JSON {
    var members = members
    members[key] = value
    return .object(members)
  }
}

extension MergeAddress {
  /// Where a problem of a document lies, with the elements of lists named by what identifies them.
  init(_ problem: Problem, in document: JSON) {
    path = []
    var place: JSON? = document
    for key in MergeAddress(problem.pointer.text.string)?.path ?? [] {
      if case .array(let elements)? = place {
        let index = Int(key.string) ?? -1
        place = elements.indices.contains(index) ? elements[index] : nil
        // An element of a set of strings is the set.
        if let element = place, element.text == nil { path += element.identityPath }
      } else {
        path.append(key)
        place = place?.members[key]
      }
    }
  }
}
