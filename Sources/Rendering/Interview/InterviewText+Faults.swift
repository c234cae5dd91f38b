import CanonicalJSON
package import ValueStreams

extension InterviewText {
  /// Why the answer is asked for again, and what would do.
  package func fault(_ fault: AnswerFault) -> String {
    switch fault {
    case .needed: "This cannot be skipped. \"stop\" keeps what you said for later."
    case .notATime(let text): "\"\(visible(text))\" is not a time. Write 3d, 4h, 30 min or 1d 4h."
    case .noUnit(let text):
      "\(visible(text)) of what? Write \(visible(text))h, \(visible(text))d or \(visible(text)) min."
    case .notAPercent(let text): "\"\(visible(text))\" is not a percent from 0 to 100."
    case .notADemand(let text):
      "\"\(visible(text))\" does not say how many in what time. Write 6 a week, 20 per 2 weeks."
    case .unknownWord(let text, let known):
      "\"\(visible(text))\" is none of \(known.joined(separator: ", "))."
    case .unknownStep(let text, let nearest):
      "There is no step \"\(visible(text))\". "
        + (nearest.map { "Did you mean \(visible($0))?" } ?? "Give its name, or its number in the list.")
    case .notBefore(let step, let other):
      "\(name(step)) comes after \(name(other)) in your list. Name one before it, or go back and name it earlier."
    case .breaksRule(let sentence): "That cannot be: \(visible(sentence))."
    }
  }

  func name(_ text: Text?) -> String { text.map { visible($0.string) } ?? "it" }
}
