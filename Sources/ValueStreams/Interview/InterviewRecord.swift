import CanonicalJSON

/// An interview as it is kept while nobody is at the terminal: `vsm-interview/1`, the answers one by one.
package enum InterviewRecord {
  private static let format: Text = "vsm-interview/1"

  /// The file of an interview that is not finished.
  package static func bytes(_ interview: Interview) -> [UInt8] {
    let document: JSON = [
      "format": .string(format), "answers": .array(interview.answers.map { .string(Text($0)) }),
    ]
    return document.canonicalBytes
  }

  /// The answers in a file; nil if it holds something else.
  package static func answers(_ bytes: [UInt8]) -> [String]? {
    let (document, problems) = JSONDocument.read(bytes)
    guard let root = document?.root, problems.isEmpty, root["format"]?.text == format,
      let list = root["answers"], list.kind == .array
    else { return nil }
    var answers: [String] = []
    for element in list.elements {
      guard let text = element.text else { return nil }
      answers.append(text.string)
    }
    return answers
  }
}
