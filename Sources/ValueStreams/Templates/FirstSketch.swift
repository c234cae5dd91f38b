package import CanonicalJSON

extension ValueStreamMap {
  /// The smallest map to start from: one step, and the questions of a mapping session as notes.
  package static func firstSketch(of stream: String) -> ValueStreamMap {
    var step = Step(id: "request", name: "Request")
    step.notes = """
      Replace this by your own steps, in the order in which work takes them: what must happen for it to be complete? \
      For each: who does it, how long work waits before it, how long it is worked on.
      """
    return ValueStreamMap(title: .firstTitle(of: stream), steps: [step])
  }
}

extension Text {
  /// What a map is called until somebody finds a better title.
  package static func firstTitle(of stream: String) -> Text { Text("How work flows in \(stream)") }
}
