import CanonicalJSON

/// A map's document while its fields are set: steps and loops are found by what they are called, all else is kept.
struct EditedDocument {
  private var root: Members<JSON>
  private var steps: [Members<JSON>]
  private var loops: [Members<JSON>]
  private let stepPlaces: [StepID: Int]
  private let loopPlaces: [MapEdit.Target: Int]
  private let map: ValueStreamMap

  init(_ map: ValueStreamMap) {
    self.map = map
    root = map.json.members
    steps = root["steps"].map(\.elements) ?? []
    loops = root["rework"].map(\.elements) ?? []
    let sorted = (map.rework ?? []).sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    stepPlaces = [StepID: Int](zip(map.steps.map(\.id), map.steps.indices)) { first, _ in first }
    loopPlaces = [MapEdit.Target: Int](
      zip(sorted.map { MapEdit.Target.loop(from: $0.from, to: $0.to) }, sorted.indices)
    ) { first, _ in first }
  }

  var json: JSON {
    var root = root
    root["steps"] = .array(steps.map { .object($0) })
    if !loops.isEmpty { root["rework"] = .array(loops.map { .object($0) }) }
    return .object(root)
  }

  mutating func set(_ edits: [MapEdit]) throws(EditError) {
    var bases: [StepID: Text] = [:]
    var figures: [StepID: Set<Text>] = [:]
    for case .field(let target, let word, let text) in edits {
      let field = EditValue.field(word, of: target)
      let value = text.isEmpty ? Optional<JSON>.none : try EditValue.json(text, field)
      switch target {
      case .map: root[Text(field)] = value
      case .step(let id):
        guard field != "id" else { throw .word("\(word)=\(text)", .identity) }
        if field == "basis", let value, case .string(let kind) = value {
          bases[id] = kind
          continue
        }
        if Basis.figures.contains(field), value != nil { figures[id, default: []].insert(Text(field)) }
        setStep(id, Text(field), field == "team" ? value.map(teamID) : value)
      case .basis(let id): setBasis(id, [Text(field)], value)
      case .loop(let from, let to):
        guard let index = loopPlaces[target] else {
          throw .word("\(from).\(to).\(word)=\(text)", .unknownLoop(from: from, to: to))
        }
        loops[index][Text(field)] = value
      }
    }
    for (id, kind) in bases { setBasis(id, figures[id] ?? [], .string(kind)) }
  }

  private mutating func setStep(_ id: StepID, _ field: Text, _ value: JSON?) {
    if let index = stepPlaces[id] { steps[index][field] = value }
  }

  /// A team is known by its id, and as well by its name.
  private func teamID(_ value: JSON) -> JSON {
    guard case .string(let word) = value, map.teams?[word] == nil else { return value }
    let named = map.teams?.first { $0.value.name?.string.lowercased() == word.string.lowercased() }
    return named.map { .string($0.key) } ?? value
  }

  /// States the basis of some figures, or with none of the whole step. What the others are based on stays as it was.
  private mutating func setBasis(_ id: StepID, _ figures: Set<Text>, _ value: JSON?) {
    guard let index = stepPlaces[id] else { return }
    guard !figures.isEmpty else {
      steps[index]["basis"] = value
      return
    }
    var kinds: Members<JSON>
    switch steps[index]["basis"] {
    case .object(let stated)?: kinds = stated
    case let whole?:
      let stated = Basis.figures.map { Text($0) }.filter { steps[index][$0] != nil }
      kinds = Members(stated.map { (key: $0, value: whole) })
    case nil: kinds = [:]
    }
    for figure in figures { kinds[figure] = value }
    let stated = Basis.figures.map { Text($0) }.filter { steps[index][$0] != nil }
    if let value, stated.allSatisfy({ kinds[$0] == value }), kinds.allSatisfy({ $0.value == value }) {
      steps[index]["basis"] = value
    } else {
      steps[index]["basis"] = kinds.isEmpty ? Optional<JSON>.none : .object(kinds)
    }
  }

  /// How the user names what a JSON Pointer leads to: `approval.waitTime`.
  func place(of pointer: JSONPointer) -> String {
    var parts = pointer.text.string.split(separator: "/").map(String.init)
    if parts.count > 1, let index = Int(parts[1]) {
      let name: String? =
        switch parts[0] {
        case "steps": steps.indices.contains(index) ? steps[index]["id"]?.string : nil
        case "rework":
          loops.indices.contains(index)
            ? [loops[index]["from"]?.string, loops[index]["to"]?.string].compactMap { $0 }.joined(separator: ".") : nil
        default: nil
        }
      if let name { parts.replaceSubrange(0..<2, with: [name]) }
    }
    return parts.joined(separator: ".")
  }
}

extension JSON {
  fileprivate var members: Members<JSON> {
    if case .object(let members) = self { members } else { [:] }
  }

  fileprivate var elements: [Members<JSON>] {
    if case .array(let elements) = self { elements.map(\.members) } else { [] }
  }

  fileprivate var string: String? {
    if case .string(let text) = self { text.string } else { nil }
  }
}
