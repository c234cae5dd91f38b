import CanonicalJSON

/// Looks at a whole map: rules that join several places (errors), and what makes its figures less trustworthy (remarks).
///
/// Works on drafts too, so that a wrong unit in one place does not hide an unknown step in another.
struct MapCheck {
  let map: ValueStreamMap
  let document: JSONDocument
  /// False if parts of the document could not be read: figures are then not computed.
  let isComplete: Bool
  /// The first position of every step id.
  let positions: [StepID: Int]
  /// Where each step stands; found when there is something to say about one.
  private lazy var stepNodes: [JSONNode] = Array(document.root["steps"]?.elements ?? document.root.elements)

  /// Worked out where that is the only way to know that they can be.
  var figures: (flow: Flow, metrics: Metrics)?
  var complaints: [DocumentReader.Complaint] = []
  var remarks: [DocumentReader.Complaint] = []

  init(map: ValueStreamMap, document: JSONDocument, isComplete: Bool) {
    self.map = map
    self.document = document
    self.isComplete = isComplete
    var positions: [StepID: Int] = [:]
    positions.reserveCapacity(map.steps.count)
    for position in map.steps.indices where !map.steps[position].id.string.isEmpty {
      let known = positions.updateValue(position, forKey: map.steps[position].id)
      if let known { positions[map.steps[position].id] = known }
    }
    self.positions = positions
  }

  mutating func complain(
    _ code: Problem.Code, at path: DocumentPath, _ message: String, _ remedy: String? = nil
  ) {
    let complaint = DocumentReader.Complaint(
      code: code, offset: offset(of: path), path: path, message: message, remedy: remedy)
    if code.severity == .error { complaints.append(complaint) } else { remarks.append(complaint) }
  }

  /// The byte where `path` leads, or where it ceases to lead anywhere.
  private mutating func offset(of path: DocumentPath) -> Int {
    var node = document.root
    var rest = path.parts[...]
    if case .key("steps")? = rest.first, case .index(let index)? = rest.dropFirst().first,
      stepNodes.indices.contains(index)
    {
      node = stepNodes[index]
      rest = rest.dropFirst(2)
    }
    for part in rest {
      let next: JSONNode? =
        switch part {
        case .key(let key): node.kind == .object ? node[key] : nil
        case .index(let index): node.kind == .array ? node.elements.dropFirst(index).first { _ in true } : nil
        }
      guard let next else { break }
      node = next
    }
    return node.offset
  }

  func hasStep(_ id: StepID) -> Bool { positions[id] != nil }

  /// `Legal approval (approval)`-like naming is for pictures; messages name ids, which is what one edits.
  func nearestStep(_ id: StepID) -> String {
    NearestWord.to(id.string, among: positions.keys.map(\.string).sorted()).map { "did you mean \"\($0)\"?" }
      ?? "name a step of this map"
  }
}
