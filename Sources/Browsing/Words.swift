import CanonicalJSON
import Rendering
import ValueStreams

/// The small pieces that every view is made of.
extension Filling {
  static func text(_ text: Text?) -> Filling { .text(text?.string) }

  /// A change of a time, with its arrow and whether it is for the better.
  static func change(_ seconds: Double, _ text: String) -> Filling {
    [
      "arrow": .text(Arrow.of(seconds)), "text": .text(text),
      "class": seconds < 0 ? "better" : seconds > 0 ? "worse" : "same",
    ]
  }

  /// A link, or its name alone where it leads nowhere.
  static func link(_ name: String, _ href: String?) -> Filling { ["name": .text(name), "href": .text(href)] }
}

/// The name under which a step can be linked to on the page of its version.
func anchor(_ step: StepID) -> String {
  "step-"
    + String(
      String.UnicodeScalarView(
        step.string.unicodeScalars.map { scalar in
          scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-")
            ? scalar : "_"
        }))
}
