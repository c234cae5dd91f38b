/// A finished drawing: shapes in painting order on a sheet of `width` × `height`.
package struct Picture: Equatable, Sendable {
  package var width: Double
  package var height: Double
  /// What it is, in one line: its accessible name.
  package var title: String
  /// What it says, in sentences, for those who do not see it.
  package var summary: String
  package var shapes: [Shape]

  package init(width: Double, height: Double, title: String, summary: String, shapes: [Shape]) {
    self.width = width
    self.height = height
    self.title = title
    self.summary = summary
    self.shapes = shapes
  }

  package var bounds: Box { Box(x: 0, y: 0, width: width, height: height) }
  package var textLines: [TextLine] { shapes.flatMap(\.textLines) }
}
