/// A colour by its part in the picture, so that a stylesheet can give it another value: dark mode, a house colour.
package enum Tone: Hashable, Sendable {
  case paper, panel, rule, soft, ink
  /// The one accent: the critical path and what the picture is about.
  case accent, accentTint
  case rework, better, worse, betterTint, worseTint
  /// Work that waits.
  case wait
  /// The improvement burst and what is written on it.
  case burst, burstInk
  /// A team's strong colour and its tint; there are ``teamCount`` of each.
  case team(Int), teamTint(Int)

  package static let teamCount = 8

  package static let all: [Tone] =
    [
      .paper, .panel, .rule, .soft, .ink, .accent, .accentTint, .rework, .better, .worse, .betterTint, .worseTint,
      .wait, .burst, .burstInk,
    ] + (0..<teamCount).flatMap { [.team($0), .teamTint($0)] }

  /// The name in class names and CSS variables.
  package var name: String {
    switch self {
    case .paper: "paper"
    case .panel: "panel"
    case .rule: "rule"
    case .soft: "soft"
    case .ink: "ink"
    case .accent: "accent"
    case .accentTint: "accent-tint"
    case .rework: "rework"
    case .better: "better"
    case .worse: "worse"
    case .betterTint: "better-tint"
    case .worseTint: "worse-tint"
    case .wait: "wait"
    case .burst: "burst"
    case .burstInk: "burst-ink"
    case .team(let index): "team-\(index % Tone.teamCount)"
    case .teamTint(let index): "tint-\(index % Tone.teamCount)"
    }
  }

  /// On white paper. Text tones keep a contrast of at least 4.5:1 against `paper` and `panel` (WCAG 2.2, 1.4.3).
  package var light: String {
    switch self {
    case .paper: "#ffffff"
    case .panel: "#f5f6f8"
    case .rule: "#c9ced6"
    case .soft: "#586070"
    case .ink: "#1b2230"
    case .accent: "#0b5fae"
    case .accentTint: "#dcebf9"
    case .rework: "#a8460f"
    case .better: "#1c7352"
    case .worse: "#a8321f"
    case .betterTint: "#cfe9dc"
    case .worseTint: "#f6d7d0"
    case .wait: "#fff1c9"
    case .burst: "#ffcf3f"
    case .burstInk: "#1b2230"
    case .team(let index): Tone.teamLight[index % Tone.teamCount].strong
    case .teamTint(let index): Tone.teamLight[index % Tone.teamCount].tint
    }
  }

  /// On a dark screen.
  package var dark: String {
    switch self {
    case .paper: "#14181f"
    case .panel: "#1d232d"
    case .rule: "#414a58"
    case .soft: "#a5afbf"
    case .ink: "#eef1f5"
    case .accent: "#6db3f5"
    case .accentTint: "#17395a"
    case .rework: "#f0955c"
    case .better: "#62c79c"
    case .worse: "#f08a77"
    case .betterTint: "#1b4735"
    case .worseTint: "#5a2820"
    case .wait: "#54461a"
    case .burst: "#e3b93f"
    case .burstInk: "#14181f"
    case .team(let index): Tone.teamDark[index % Tone.teamCount].strong
    case .teamTint(let index): Tone.teamDark[index % Tone.teamCount].tint
    }
  }

  private static let teamLight: [(strong: String, tint: String)] = [
    ("#2b67a0", "#dfebf6"), ("#905918", "#f7e8d3"), ("#287160", "#d9eee8"), ("#8a4a93", "#f0e1f2"),
    ("#5d6270", "#e6e8ec"), ("#a44154", "#f8dfe3"), ("#5f6e1c", "#ecf0d2"), ("#4f52a8", "#e3e4f5"),
  ]

  private static let teamDark: [(strong: String, tint: String)] = [
    ("#7fb4e6", "#1f3a55"), ("#e0a868", "#4b3517"), ("#74c4b0", "#1b4339"), ("#cf9ad6", "#432948"),
    ("#aab2bf", "#343b46"), ("#ec95a4", "#4f252d"), ("#b9c76a", "#393f18"), ("#a5a8ec", "#2c2e5a"),
  ]
}
