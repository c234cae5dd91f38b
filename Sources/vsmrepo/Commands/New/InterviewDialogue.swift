import Archives
import CanonicalJSON
import Console
import Glibc
import Rendering
import ValueStreams

/// Holds an interview at the terminal, or with lines out of a pipe, and keeps every answer as soon as it is given.
struct InterviewDialogue {
  let archive: Archive
  let stream: String
  let output: Output

  /// Beside where the map will be.
  private var path: String { "\(stream)/interview.json" }

  /// The map that was told; nil when the conversation was stopped, and goes on another time.
  func hold(title: Text) throws -> ValueStreamMap? {
    guard hasSomebodyToAsk else { throw Failure.nobodyToAsk }
    var interview = Interview(title: title)
    try resume(&interview)
    var isExplained = false
    while !interview.isFinished {
      let text = InterviewText(interview)
      if interview.question == .confirm { say("\n" + text.summary(output.terminal)) }
      say(text.question(output.terminal, explained: isExplained) + "> ")
      isExplained = false
      guard let line = readLine() else {
        say("\n")
        return stopped(interview)
      }
      // What comes out of a pipe leaves no trace on the terminal by itself.
      if isatty(STDIN_FILENO) == 0 { say(visibleLine(line) + "\n") }
      switch line.trimmed.lowercased() {
      case "stop", "quit": return stopped(interview)
      case "help", "?": isExplained = true
      case "back":
        switch interview.back() {
        case nil: tell("This is the first question.")
        case ""?: break
        case let said?: tell("You said: \(said)")
        }
        try keep(interview)
      default:
        do {
          try interview.answer(line)
          try keep(interview)
        } catch let fault as AnswerFault {
          tell(text.fault(fault))
        }
      }
    }
    return interview.map
  }

  /// Forgets the answers; for when the map is written.
  func forget() throws { try archive.removeFile(path) }

  private func resume(_ interview: inout Interview) throws {
    guard let bytes = try archive.file(at: path) else {
      tell(
        "Enter skips a question, and what is skipped stays unknown. \"back\" takes an answer back, \"help\" explains, "
          + "\"stop\" (or Ctrl-C) stops; the same command goes on from there.")
      return
    }
    guard let answers = InterviewRecord.answers(bytes) else { throw Failure.damagedInterview(path: path) }
    for answer in answers {
      do {
        try interview.answer(answer)
      } catch {
        tell("From here on the answers in \(path) do not fit any more, and are asked for again.")
        break
      }
    }
    tell("Going on after \(Numbers.counted(interview.answers.count, "answer")). \"back\" takes the last one back.")
  }

  private func keep(_ interview: Interview) throws {
    try archive.putFile(InterviewRecord.bytes(interview), at: path)
  }

  private func stopped(_ interview: Interview) -> ValueStreamMap? {
    if interview.answers.isEmpty {
      tell("Stopped before the first answer.")
    } else {
      let count = interview.answers.count
      tell("Stopped: \(Numbers.counted(count, "answer")) \(count == 1 ? "is" : "are") kept in \(path).")
      tell("To go on: vsmrepo new \(stream) --interview")
    }
    return nil
  }

  /// A sentence, broken to the width of the terminal.
  private func tell(_ sentence: String) {
    var page = Page(output.terminal)
    page.wrap(StyledText(sentence), indent: 0)
    say(page.string())
  }

  /// The conversation is no data: it goes to standard error.
  private func say(_ text: String) {
    // Where standard error is closed there is nobody left to tell.
    _ = try? Output.write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// A terminal, or a pipe or file with a line an answer.
  private var hasSomebodyToAsk: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    return isatty(STDIN_FILENO) == 1 || [S_IFIFO, S_IFREG, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }
}
