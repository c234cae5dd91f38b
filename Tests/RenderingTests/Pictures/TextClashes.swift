import ValueStreams

@testable import Rendering

/// Texts of a picture that stand on each other or leave the sheet, judged by the room that each is given.
enum TextClashes {
  static func of(_ picture: Picture) -> [String] {
    let lines = picture.textLines.map { (text: $0.text, box: $0.box.inset(0, $0.font.size * 0.13)) }
      .sorted { $0.box.y < $1.box.y }
    var clashes: [String] = []
    for (index, line) in lines.enumerated() {
      if !picture.bounds.contains(line.box) { clashes.append("\(line.text) leaves the sheet") }
      for other in lines[(index + 1)...] {
        if other.box.y >= line.box.bottom { break }
        if other.box.overlaps(line.box) { clashes.append("\(line.text) overlaps \(other.text)") }
      }
    }
    return clashes
  }
}

extension FlowSketch {
  /// The flow of a map with boxes of one size.
  static func plain(_ map: ValueStreamMap) throws -> FlowSketch {
    let flow = try Flow(map)
    let links = map.steps.indices.flatMap { to in flow.predecessors[to].map { Link(from: $0, to: to) } }
    let loops = (map.rework ?? []).compactMap { loop -> Loop? in
      guard let from = flow[loop.from], let to = flow[loop.to] else { return nil }
      return Loop(from: from, to: to, height: 20)
    }
    return FlowSketch(nodes: map.steps.map { _ in Node(height: 140) }, links: links, loops: loops, footHeight: 50)
  }

  var layout: FlowLayout { FlowLayout(self) }
}
