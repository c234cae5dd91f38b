/// What text is laid out for: how many columns there are and whether colour is understood.
package struct Terminal: Equatable, Sendable {
  /// Below this nothing sensible can be laid out; lines are then longer than the terminal is wide.
  static let narrowest = 40

  package var width: Int
  package var color: Bool

  package init(width: Int, color: Bool) {
    self.width = max(width, Terminal.narrowest)
    self.color = color
  }
}

/// What a piece of text means. Colour only repeats what signs, arrows and words already say.
package enum Role: Equatable, Sendable {
  case heading, strong, faint, better, worse, warning, identity

  /// The parameters of the ANSI "select graphic rendition" sequence (ECMA-48, 8.3.117).
  var code: String {
    switch self {
    case .heading: "1;4"
    case .strong: "1"
    case .faint: "2"
    case .better: "32"
    case .worse: "31"
    case .warning: "33"
    case .identity: "36"
    }
  }
}
