import Archives
import CanonicalJSON
import Rendering
package import Reports
import ValueStreams

/// The words for what a command itself can fail with.
extension Message {
  package init(_ failure: Failure) {
    switch failure {
    case .noSuchFile(let path):
      self.init(.notThere, "there is no file \(path)", "Check the name, or say which folder to work in with -C.")
    case .isFolder(let path):
      self.init(.notThere, "\(path) is a folder, not a map", "Name the file in it, such as \(path)/current.json.")
    case .mayNotRead(let path):
      self.init(.noPermission, "no permission to read \(path)", "Ask its owner, or change its mode with chmod.")
    case .cannotRead(let path, let reason):
      self.init(.inputOutput, "cannot read \(path): \(reason)")
    case .fileTooLarge(let path):
      self.init(.invalidData, "\(path) is larger than 16 MiB, which no map is", "Is it the right file?")
    case .fileExists(let path):
      self.init(
        .cannotCreate, "\(path) is there already", "Nothing was changed. Remove it first, or choose another name.")
    case .cannotWrite(let path, let reason):
      self.init(.cannotCreate, "cannot write \(path): \(reason)")
    case .cannotWriteOutput(let reason):
      self.init(.inputOutput, "cannot write to standard output: \(reason)")
    case .invalidMap(let name, let problems):
      self.init(invalidMap: name, problems)
    case .noWorkingMap(let path, let stream):
      self.init(
        .notThere, "there is no \(path)",
        "To bring it back: vsmrepo restore latest -s \(stream). To end the stream: git rm -r \(stream); git commit")
    case .unknownCommand(let name, let known):
      let nearest = NearestWord.to(name, among: known)
      self.init(
        .usage, "there is no command \"\(name)\"",
        nearest.map { "Did you mean \"vsmrepo \($0)\"?" } ?? "\"vsmrepo --help\" lists them.")
    case .unknownName(let name, let kind, let known):
      self.init(
        .notThere, "neither side has a \(kind) \(name)",
        NearestWord.to(name, among: known).map { "Did you mean \($0)?" }
          ?? "There are: \(Set(known).sorted().joined(separator: ", ")).")
    case .versionNeeded(let word):
      self.init(
        .usage, "\"\(word)\" is the working copy, and a version is needed", "Say v3, latest, a date or a commit id.")
    case .mergeWaiting(let stream):
      self.init(
        .configuration, "a merge of \(stream) waits to be finished",
        "vsmrepo resolve, or give it up: vsmrepo merge --abort")
    case .noMerge:
      self.init(.notThere, "no merge is waiting", "Begin one with \"vsmrepo merge REV\".")
    case .damagedMerge:
      self.init(.invalidData, "the waiting merge cannot be read", "Give it up and begin again: vsmrepo merge --abort")
    case .mergeOvertaken(let stream):
      self.init(
        .tryAgain, "\(stream) got another version while the merge waited; nothing was committed",
        "Begin again: vsmrepo merge --abort, then merge once more.")
    case .unknownConflict(let word, let known):
      self.init(
        .notThere, "there is no conflict at \(word)",
        known.isEmpty
          ? "None is left." : "There are: \(known.prefix(6).joined(separator: ", "))\(known.count > 6 ? " …" : "")")
    case .noGit:
      self.init(.unreachable, "the program git is not installed", "Install it: apt-get install git")
    case .gitFailed(let command, let status):
      self.init(.inputOutput, "git \(command) failed (\(status))", "Its own words stand above.")
    case .transfer(let trouble, let remote):
      self.init(trouble, remote: remote)
    case .pushRefused(let refusals, let remote, let words):
      self.init(refusals, remote: remote, words: words)
    case .noWebProgram(let command):
      self.init(
        .unreachable, "\"\(command)\" needs the program vsmrepo-web, which is not installed",
        "Install it beside vsmrepo, or put it on the PATH.")
    case .cannotServe(let address, let reason):
      self.init(
        .unreachable, "cannot listen on \(address): \(reason)",
        "Choose another port with --port; 0 takes one that is free.")
    case .unknownTemplate(let name, let known):
      self.init(.notThere, "there is no template \"\(name)\"", "There are: \(known.joined(separator: ", ")).")
    case .badLine(let path, let number, let line, let remedy):
      self.init(.invalidData, "\(path):\(number): \"\(line.prefix(80))\" cannot be read", remedy)
    case .usage(let what, let hint):
      self.init(.usage, what, hint)
    case .editor(let command, let status):
      self.init(
        .configuration, "the editor \"\(command)\" ended with status \(status); nothing was committed",
        "Set VISUAL or EDITOR to your editor, or give the message with -m.")
    case .nobodyToAsk:
      self.init(
        .usage, "an interview needs somebody to answer",
        "Run it at a terminal, or give it a line an answer through a pipe.")
    case .damagedInterview(let path):
      self.init(.invalidData, "\(path) holds no interview", "Remove it to begin again from the first question.")
    case .emptyMessage:
      self.init(
        .usage, "the message is empty; nothing was committed", "Write a first line, or give the message with -m.")
    case .messageNeeded:
      self.init(.usage, "a version needs a message", "Give it with -m \"What changed, and why\".")
    }
  }
}

extension Message {
  /// What a report cannot tell.
  package init(_ error: ReportError) {
    switch error {
    case .archive(let error): self.init(error)
    case .invalidMap(let name, let problems): self.init(invalidMap: name, problems)
    case .noSuchState(let label, let state):
      self.init(
        .notThere, "\(label) has no \(state.rawValue) state",
        "A stream has one when its folder holds \(state.fileName).")
    }
  }

  /// The first error of a map, and how to see the others.
  fileprivate init(invalidMap name: String, _ problems: [Problem]) {
    let errors = problems.filter { $0.severity == .error }
    let first = errors.first.map { problem in
      let pointer = problem.pointer.description
      return "\(problem.position): \(pointer.isEmpty ? "" : pointer + ": ")\(problem.sentence)"
    }
    let more = errors.count > 1 ? "\(errors.count - 1) more: vsmrepo check" : ""
    self.init(
      .invalidData, "\(name) is not a valid map", [first ?? "", more].filter { !$0.isEmpty }.joined(separator: "\n"))
  }
}

/// Text of a map, a commit or a path as one harmless line.
package func visibleLine(_ text: String) -> String { visible(text) }
