import CanonicalJSON
import Git

/// Feedback on a version, or on one of its steps.
package struct Comment: Hashable, Sendable {
  package var author: String
  /// RFC 3339 with offset.
  package var date: String
  /// The step that it is about; nil for the whole map.
  package var step: String?
  package var text: String
}

/// Comments are Git notes on the version's commit, one JSON object a line, so that two people's notes merge as lines.
extension Archive {
  static let notes = "refs/notes/vsmrepo"

  /// The comments on a version, in the order in which they were made; lines that are none are passed over.
  package func comments(on version: Version) throws(ArchiveError) -> [Comment] {
    try noteLines(on: version.id).compactMap(Comment.init(line:))
  }

  /// Adds a comment to a version.
  package func comment(_ text: String, on version: Version, step: String? = nil) throws(ArchiveError) -> Comment {
    let who = try identity(.author, .now())
    let author = Authorship(who)
    let comment = Comment(author: "\(who.name) <\(who.email)>", date: author.timestamp, step: step, text: text)
    try addNoteLines([comment.line], to: [version.id])
    return comment
  }

  /// Gives the comments of one commit to another that stands for the same version now.
  package func copyComments(from source: String, to target: String) throws(ArchiveError) {
    guard let source = ObjectID(hex: source), let target = ObjectID(hex: target) else { return }
    let lines = try noteLines(on: source)
    if !lines.isEmpty { try addNoteLines(lines, to: [target]) }
  }

  func noteLines(on commit: ObjectID) throws(ArchiveError) -> [[UInt8]] {
    guard let tip = try git({ () throws(GitError) in try repository.target(of: Self.notes) }) else { return [] }
    return Self.lines(try git { () throws(GitError) in try repository.note(on: commit, in: tip) } ?? [])
  }

  static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
  }

  /// Appends lines that are not there yet, by compare-and-swap: of two who write at once, the second starts again.
  private func addNoteLines(_ new: [[UInt8]], to commits: [ObjectID]) throws(ArchiveError) {
    let committer = try identity(.committer, .now())
    while true {
      let tip = try git { () throws(GitError) in try repository.target(of: Self.notes) }
      var next = tip
      for commit in commits {
        let old = try noteLines(on: commit)
        let lines = old + new.filter { !old.contains($0) }
        if lines == old { continue }
        let text = lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
        next = try git { () throws(GitError) in
          try repository.createNote(text, on: commit, after: next, author: committer, committer: committer)
        }
      }
      guard let next, next != tip else { return }
      if try move(Self.notes, from: tip, to: next, by: committer, log: "vsmrepo: comment") {
        if durable { try git { () throws(GitError) in try repository.syncFolders(ofReferences: [Self.notes]) } }
        return
      }
    }
  }
}

extension Comment {
  /// Its line in a note, without the newline.
  var line: [UInt8] {
    var members: Members<JSON> = [
      "author": .string(Text(author)), "date": .string(Text(date)), "text": .string(Text(text)),
    ]
    if let step { members["step"] = .string(Text(step)) }
    return JSON.object(members).compactBytes
  }

  /// Nil when the line is not a comment.
  init?(line: [UInt8]) {
    let (document, problems) = JSONDocument.read(line)
    guard problems.isEmpty, let root = document?.root, let text = root["text"]?.text else { return nil }
    self.init(
      author: root["author"]?.text?.string ?? "", date: root["date"]?.text?.string ?? "",
      step: root["step"]?.text?.string, text: text.string)
  }
}
