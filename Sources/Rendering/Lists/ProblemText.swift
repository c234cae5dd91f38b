package import CanonicalJSON
package import ValueStreams

/// `vsmrepo check`: what is wrong with files, one line a problem, as compilers and editors know it.
package struct ProblemText {
  /// A file by the name the user knows it by, and what there is to say about it.
  package struct File: Sendable {
    package var name: String
    package var problems: [Problem]
    /// What a coach would point out on a map without errors, a sentence each.
    package var advice: [String]

    package init(name: String, problems: [Problem], advice: [String] = []) {
      self.name = name
      self.problems = problems
      self.advice = advice
    }
  }

  private let files: [File]

  package init(_ files: [File]) {
    self.files = files
  }

  /// `campaign/current.json:14:21: /steps/3/waitTime: "3 days" is not a duration; write "3d"`, and the counts.
  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    for file in files {
      for problem in file.problems { page.add(line(problem, in: file.name)) }
    }
    for file in files where !file.advice.isEmpty {
      page.heading("Worth a look in \(file.name)")
      for sentence in file.advice { page.wrap("  \(sentence)", indent: 4) }
      page.blank()
    }
    page.add(summary)
    return page.string()
  }

  /// One line, never broken: editors read it.
  private func line(_ problem: Problem, in file: String) -> StyledText {
    var line: StyledText = "\("\(file):\(problem.position.line):\(problem.position.column):", .strong) "
    switch problem.severity {
    case .error: break
    case .warning: line += "\("warning:", .warning) "
    case .note: line += "\("note:", .faint) "
    }
    let pointer = problem.pointer.description
    if !pointer.isEmpty { line += "\(pointer): " }
    return line + StyledText(problem.sentence)
  }

  private var summary: StyledText {
    let problems = files.flatMap(\.problems)
    let counts = [(Problem.Severity.error, "error"), (.warning, "warning"), (.note, "note")].compactMap {
      severity, noun in
      let count = problems.count { $0.severity == severity }
      return count == 0 ? nil : Numbers.counted(count, noun)
    }
    let place = files.count == 1 ? files[0].name : Numbers.counted(files.count, "file")
    return counts.isEmpty ? "\(place): nothing to say." : "\(place): \(counts.joined(separator: ", "))."
  }

  /// `vsm-check/1`.
  package var json: JSON {
    let list: [JSON] = files.map { file in
      let problems: [JSON] = file.problems.map { problem in
        [
          "code": .value(problem.code.rawValue), "severity": .value(problem.severity.rawValue),
          "line": .value(problem.position.line), "column": .value(problem.position.column),
          "pointer": .value(problem.pointer.description),
          "message": .value(problem.message), "remedy": .value(problem.remedy),
        ]
      }
      return [
        "file": .value(file.name), "problems": .array(problems), "advice": .array(file.advice.map { .value($0) }),
      ]
    }
    return ["format": "vsm-check/1", "files": .array(list)]
  }
}
