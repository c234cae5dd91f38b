import Archives
package import ArgumentParser
import Glibc
import Measuring
import Reports
package import ValueStreams

/// What a command itself can fail with. Errors of the other rooms get their words in ``Message`` too.
package enum Failure: Error {
  case noSuchFile(path: String)
  case isFolder(path: String)
  case mayNotRead(path: String)
  case cannotRead(path: String, reason: String)
  case fileTooLarge(path: String)
  case fileExists(path: String)
  case cannotWrite(path: String, reason: String)
  case cannotWriteOutput(reason: String)
  case invalidMap(name: String, problems: [Problem])
  /// A stream that has versions, and no working file.
  case noWorkingMap(path: String, stream: String)
  case unknownCommand(String, known: [String])
  /// A step or work type that neither map has.
  case unknownName(String, of: String, known: [String])
  /// Only a version has what was asked for.
  case versionNeeded(String)
  /// A half-done merge waits, and another cannot begin.
  case mergeWaiting(stream: String)
  case noMerge
  /// The file that holds a half-done merge is not what vsmrepo wrote.
  case damagedMerge
  /// Another version came while the merge waited.
  case mergeOvertaken(stream: String)
  case unknownConflict(String, known: [String])
  case noGit
  case gitFailed(command: String, status: String)
  case transfer(TransferTrouble, remote: String)
  case pushRefused([PushRefusal], remote: String, words: String?)
  case noWebProgram(command: String)
  case cannotServe(address: String, reason: String)
  case unknownTemplate(String, known: [String])
  /// A line of a plain list that is no entry of it.
  case badLine(path: String, Int, String, remedy: String)
  case usage(String, hint: String?)
  case editor(command: String, status: Int32)
  /// An interview, and neither a terminal nor lines out of a pipe.
  case nobodyToAsk
  /// The file that holds a stopped interview is not what vsmrepo wrote.
  case damagedInterview(path: String)
  case emptyMessage
  /// No `-m`, and nobody at a terminal who could be asked.
  case messageNeeded
}

/// An error as the user sees it: what, where, and what to do next; at most three lines.
package struct Message {
  package var status: ExitStatus
  package var what: String
  package var hint: String?

  package init(_ status: ExitStatus, _ what: String, _ hint: String? = nil) {
    self.status = status
    self.what = what
    self.hint = hint
  }
}

extension Failure {
  /// Says what went wrong on standard error and gives the exit code. `program` is the command that was parsed.
  package static func report(_ error: any Error, of program: any ParsableCommand.Type) -> Int32 {
    switch error {
    case let ending as Ending:
      return ending.status.rawValue
    case let failure as Failure:
      return say(Message(failure))
    case let error as ArchiveError:
      return say(Message(error))
    case let error as ReportError:
      return say(Message(error))
    case let error as ForecastError:
      return say(Message(error))
    case let error as EditError:
      return say(Message(error))
    case let error as MeasuringError:
      return say(Message(error))
    default:
      return reportParsing(error, of: program)
    }
  }

  /// Says it on standard error and gives its exit code.
  package static func say(_ message: Message) -> Int32 {
    var lines = ["error: " + visibleLine(message.what)]
    if let hint = message.hint { lines += hint.split(separator: "\n").prefix(2).map { visibleLine(String($0)) } }
    Output.note(lines.joined(separator: "\n"))
    return message.status.rawValue
  }

  /// Help and version are no errors to ArgumentParser's caller, and a usage error keeps its two lines.
  private static func reportParsing(_ error: any Error, of program: any ParsableCommand.Type) -> Int32 {
    let code = program.exitCode(for: error)
    let text = program.fullMessage(for: error)
    if code == .success {
      // A closed pipe while printing help is nobody's problem.
      _ = try? Output.write(Array((text + "\n").utf8), to: STDOUT_FILENO)
      return 0
    }
    if code == .validationFailure {
      let lines = text.split(separator: "\n").map(String.init)
      let first = lines.first?.replacing("Error: ", with: "error: ", maxReplacements: 1) ?? "error: usage"
      Output.note(([first] + lines.dropFirst()).joined(separator: "\n"))
      return ExitStatus.usage.rawValue
    }
    return say(
      Message(.bug, "this should not have happened: \(error)", "Please report it with the command you typed."))
  }
}
