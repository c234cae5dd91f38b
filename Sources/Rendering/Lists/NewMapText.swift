import CanonicalJSON
package import ValueStreams

/// What `vsmrepo new` made, and what to do next.
package struct NewMapText {
  private let path: String
  private let stream: String
  private let map: ValueStreamMap

  package init(path: String, stream: String, map: ValueStreamMap) {
    self.path = path
    self.stream = stream
    self.map = map
  }

  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    if let metrics = try? Metrics(map), metrics.figures.leadTime > 0 {
      page.wrap("\(path, .strong): \(mapInBrief(map, metrics)).")
      page.wrap(
        "\"vsmrepo show -s \(stream)\" draws it; \"vsmrepo check\" says what is missing. Then: vsmrepo commit \(stream)"
      )
    } else {
      page.wrap("\(path, .strong): \(Numbers.counted(map.steps.count, "step")), without figures yet.")
      page.wrap(
        "Fill it in with those who do the work; \"vsmrepo check\" says what is missing. Then: vsmrepo commit \(stream)")
    }
    return page.string()
  }
}
