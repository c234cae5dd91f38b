import Testing

@testable import Rendering

struct FontTests {
  @Test(
    "wrapped lines fit the width",
    arguments: ["Write copy for the launch", "Donaudampfschifffahrtsgesellschaft", "批准和发布内容的流程", "👩🏽‍💻😀😀😀😀"])
  func wrapped(text: String) {
    for width in [80.0, 120, 200] {
      let lines = Font.name.wrap(text, width: width).lines
      #expect(lines.allSatisfy { Font.name.width(of: $0) <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test("what does not fit ends in an ellipsis, within the width")
  func ellipsis() {
    let (lines, isWhole) = Font.body.wrap("A name that goes on and on and on", width: 60, lines: 2)
    #expect(!isWhole && lines.count == 2 && lines[1].hasSuffix("…"))
    #expect(lines.allSatisfy { Font.body.width(of: $0) <= 60 })
    #expect(Font.body.fit("short", width: 100) == "short")
    #expect(Font.body.width(of: Font.body.fit("A name that goes on", width: 60)) <= 60)
  }

  @Test("numbers in the SVG have no exponent and at most two decimals")
  func numbers() {
    func text(_ number: Double) -> String {
      var text = SVGText()
      text.add(number: number)
      return text.string
    }
    #expect(
      [0, -0.001, 1.5, 2.25, -3.1, 1e-9, 123456, 7.05, -0.5].map(text) == [
        "0", "0", "1.5", "2.25", "-3.1", "0", "123456", "7.05", "-0.5",
      ])
    #expect(text(.nan) == "0" && text(1e13) == "0")
  }

  @Test("text tones keep a contrast of 4.5:1 on paper and panel, in light and dark")
  func contrast() throws {
    let texts: [Tone] = [.soft, .ink, .accent, .rework, .better, .worse]
    for side in [\Tone.light, \Tone.dark] {
      for ground in [Tone.paper, .panel] {
        for tone in texts {
          #expect(try Contrast.ratio(tone[keyPath: side], ground[keyPath: side]) >= 4.5, "\(tone) on \(ground)")
        }
      }
      for team in 0..<Tone.teamCount {
        #expect(
          try Contrast.ratio(Tone.team(team)[keyPath: side], Tone.teamTint(team)[keyPath: side]) >= 4.5, "team \(team)")
      }
      #expect(try Contrast.ratio(Tone.burstInk[keyPath: side], Tone.burst[keyPath: side]) >= 4.5)
      #expect(try Contrast.ratio(Tone.ink[keyPath: side], Tone.wait[keyPath: side]) >= 4.5)
    }
  }
}

/// WCAG 2.2, relative luminance and contrast ratio, of colours written `#rrggbb`.
private enum Contrast {
  static func ratio(_ first: String, _ second: String) throws -> Double {
    let lights = [try luminance(first), try luminance(second)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  /// The sRGB curve, its power of 2.4 taken as x² times the fifth root of x².
  private static func luminance(_ colour: String) throws -> Double {
    let value = try #require(Int(colour.dropFirst(), radix: 16))
    let weights = [0.2126, 0.7152, 0.0722]
    return [16, 8, 0].enumerated().reduce(0) { sum, channel in
      let share = Double(value >> channel.element & 0xFF) / 255
      let linear = share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
      return sum + weights[channel.offset] * linear
    }
  }

  private static func power(_ x: Double) -> Double {
    var root = 1.0
    for _ in 0..<40 { root = (4 * root + x * x / (root * root * root * root)) / 5 }
    return x * x * root
  }
}
