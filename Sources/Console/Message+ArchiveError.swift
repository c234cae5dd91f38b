package import Archives
import Rendering

/// The words for what an archive can refuse.
extension Message {
  package init(_ error: ArchiveError) {
    switch error {
    case .notAnArchive(let path):
      self.init(.notThere, "\(path) is not in an archive", "Make one with \"vsmrepo init\", or name a folder with -C.")
    case .foreignOwner(let path, let owner):
      self.init(
        .noPermission, "the archive \(path) belongs to \(owner)",
        "If you trust it: git config --global --add safe.directory \(path)")
    case .unsupported(let path, let feature):
      self.init(
        .configuration, "\(path) uses the Git feature \(feature), which libgit2 1.5 cannot open",
        "Clone it into a repository without that feature.")
    case .noMainLine(let branches):
      self.init(
        .configuration,
        branches.isEmpty
          ? "nothing says which branch is the main line"
          : "nothing says which branch is the main line: \(branches.joined(separator: ", "))",
        "Say so once: git config vsmrepo.branch main")

    case .unknownStream(let name, let nearest):
      self.init(.notThere, "there is no stream \(name)", Self.meant(nearest) ?? "\"vsmrepo status\" lists the streams.")
    case .streamNeeded(let streams):
      self.init(
        .usage, "this archive has several streams: \(Self.list(streams))",
        "Say which with -s STREAM or STREAM@v3, or work inside its folder.")
    case .noStreams:
      self.init(.notThere, "this archive has no stream yet", "Start one with \"vsmrepo new STREAM\".")
    case .invalidStreamName(let name, let problem):
      self.init(
        .usage, "\"\(name)\" cannot be the name of a stream: \(Self.reason(problem))",
        "Use a path such as content or growth/email.")
    case .noVersions(let stream):
      self.init(.notThere, "\(stream) has no version yet", "Make the first one with \"vsmrepo commit \(stream)\".")
    case .unknownVersion(let word, let stream, let first, let latest):
      let range = first == latest.number ? "It has only" : "It has v\(first) to \(latest.name). The latest is"
      let date = Dates.text(latest.author.timestamp)
      self.init(
        .notThere, "\(stream) has no version \(word)", "\(range) \(latest.name) (\(date), \"\(latest.subject)\").")
    case .unknownRevision(let word, let nearest):
      self.init(
        .notThere, "nothing here is called \"\(word)\"",
        Self.meant(nearest)
          ?? "A version is called v3, v-1, latest, 2026-09-30, by its commit id, or STREAM@ one of these; a file ends in .json."
      )
    case .ambiguousCommit(let word):
      self.init(.notThere, "several commits begin with \(word)", "Give more digits.")
    case .beforeFirstVersion(let word, let stream, let first):
      self.init(.notThere, "\(stream) had no version on \(word)", "Its first version is of \(first).")
    case .unrelated(let left, let right):
      self.init(.notThere, "\(left) and \(right) have no common history", "Compare them directly: \(left)..\(right)")
    case .shallow(let what):
      self.init(.notThere, "this clone has not enough history to find \(what)", "Fetch the rest: git fetch --unshallow")

    case .noIdentity(let missing):
      self.init(
        .configuration, "Git does not know who you are (\(missing) is not set)",
        "git config --global user.name \"Your Name\"\ngit config --global user.email you@example.com")
    case .badDate(let variable, let text):
      self.init(.configuration, "\(variable) is not a date: \"\(text)\"", "Write it as 2026-09-30T14:00:00+02:00.")
    case .detachedHead(let mainLine):
      self.init(
        .configuration, "no branch is checked out, and versions are made on \(mainLine)",
        "git switch \(mainLine)")
    case .otherBranch(let branch, let mainLine):
      self.init(
        .configuration, "the branch \(branch) is checked out, and versions are made on \(mainLine)",
        "git switch \(mainLine); or, to try something out: vsmrepo experiment start NAME")
    case .checkedOutElsewhere(let mainLine, let path):
      self.init(
        .configuration, "\(mainLine) is checked out in another worktree, \(path)",
        "Commit there, or remove that worktree.")
    case .unfinished(let operation):
      self.init(
        .configuration, "Git is in the middle of a \(operation)",
        "Finish it with git, or take it back: git \(operation) --abort")
    case .overtaken(let stream, let version):
      self.init(
        .tryAgain,
        "somebody else made \(version.map { "v\($0)" } ?? "a version") of \(stream) just now; nothing was committed",
        "Compare with \"vsmrepo diff latest\", bring both together, and commit again.")
    case .locked(let path, let age):
      let since = age.map { ", for \($0) s" } ?? ""
      self.init(
        .tryAgain, "another program holds the lock \(path)\(since)",
        "Wait and try again. If none is running any more: vsmrepo unlock")
    case .fileChanged(let path):
      self.init(.tryAgain, "\(path) changed in the meantime; nothing was written", "Try again.")
    case .nameTaken(let name, let other):
      self.init(
        .cannotCreate, "the name \(name) cannot be used because \(other) is in its way; nothing was written",
        "Rename or remove \(other), or choose another name.")
    case .pathTaken(let path):
      self.init(
        .cannotCreate, "\(path) is in the way of the stream's folder", "Move it, or choose another name for the stream."
      )
    case .bareRepository:
      self.init(.usage, "this archive has no working copy", "Give the map with --from FILE, or work in a clone.")

    case .uncommitted(let path):
      self.init(
        .configuration, "\(path) has changes that are in no version; nothing was touched",
        "Commit them, or drop them: git checkout -- \(path)")
    case .cannotUndo(.nothing):
      self.init(.notThere, "there is nothing to undo", "Nothing was committed here yet.")
    case .cannotUndo(.noVersion(let subject)):
      self.init(
        .configuration, "the latest commit is no version: \"\(subject)\"", "Plain Git takes it back: git revert HEAD")
    case .cannotUndo(.published(let version)):
      let before = version.number > 1 ? "vsmrepo restore v\(version.number - 1)" : "a new version"
      self.init(
        .configuration, "others have \(version.stream) \(version.name) already, so it cannot be taken back",
        "To go back for everybody: \(before)")
    case .nothingToRedo:
      self.init(.notThere, "there is nothing to redo", "Nothing was undone on top of the latest version.")
    case .invalidExperimentName(let name):
      self.init(
        .usage, "\"\(name)\" cannot be the name of an experiment", "Use letters, digits and -, not like a version.")
    case .experimentExists(let name):
      self.init(.cannotCreate, "there is an experiment \(name) already", "Choose another name.")
    case .unknownExperiment(let name, let nearest):
      self.init(
        .notThere, "there is no experiment \(name)", Self.meant(nearest) ?? "\"vsmrepo experiment list\" shows all.")
    case .experimentEnded(let name):
      self.init(.configuration, "\(name) has ended already", "Start another: vsmrepo experiment start NAME")
    case .writerAtWork(let process, let command):
      self.init(
        .tryAgain, "a program is at work in the archive: \(command) (process \(process))", "Wait until it has finished."
      )

    case .noRemote, .remoteNeeded, .unknownRemote, .remoteExists, .invalidRemoteName, .publishedLeftOut,
      .movedMeanwhile,
      .behind, .notLinear, .conflictOutsideMaps:
      self.init(sharing: error)

    case .symbolicLink(let path):
      self.init(.invalidData, "\(path) is a symbolic link, which is never followed", "Put the file itself there.")
    case .notAFile(let path):
      self.init(.notThere, "\(path) is not a file", "A map is a file called current.json or future.json.")
    case .tooLarge(let path, let bytes):
      self.init(.invalidData, "\(path) has \(bytes) bytes, and no map is larger than 16 MiB")
    case .damaged(let what, let reason):
      self.init(
        .invalidData, "\(what) is damaged: \(reason)",
        "\"vsmrepo verify\" lists what is concerned; fetch it again from a clone.")
    case .permissionDenied(let path):
      self.init(.noPermission, "no permission for \(path)", "Ask its owner, or change its mode with chmod.")
    case .readOnly(let path):
      self.init(.cannotCreate, "\(path) is on a read-only file system; nothing was written")
    case .outOfSpace(let path):
      self.init(.inputOutput, "no space left for \(path); nothing was committed", "Free some space and try again.")
    case .inputOutput(let path, let reason):
      self.init(.inputOutput, "\(path): \(reason)")
    case .unexpected(let subject, let code, let reason):
      self.init(
        .bug, "libgit2 failed on \(subject): \(reason) (code \(code))", "Please report it with the command you typed.")
    }
  }

  static func list(_ names: [String]) -> String {
    names.count > 8
      ? names.prefix(8).joined(separator: ", ") + " and \(names.count - 8) more" : names.joined(separator: ", ")
  }

  private static func meant(_ nearest: [String]) -> String? {
    nearest.isEmpty ? nil : "Did you mean \(list(nearest))?"
  }

  private static func reason(_ problem: StreamName.Problem) -> String {
    switch problem {
    case .root: "a map needs a folder of its own"
    case .emptyComponent: "it has an empty part, or . or .. in it"
    case .leadingDot(let part): "\"\(part)\" starts with a dot"
    case .looksLikeVersion(let part): "\"\(part)\" looks like a version"
    case .character(let character, let part):
      "\"\(part)\" holds \"\(character)\"; only letters, digits, -, _ and . may stand there"
    case .notForTags(let part): "Git does not allow \"\(part)\" in the name of a tag"
    }
  }
}
