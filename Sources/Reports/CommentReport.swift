package import Archives
package import Rendering
import ValueStreams

extension Archive {
  /// What was said about the version that a revision names; none for the working copy.
  package func commentTexts(on revision: Revision) throws(ReportError) -> [ShowText.Comment] {
    guard let version = revision.version else { return [] }
    return try archive { () throws(ArchiveError) in try self.comments(on: version) }.map { comment in
      ShowText.Comment(
        author: String(comment.author.prefix { $0 != "<" }), date: comment.date,
        text: (comment.step.map { "\($0): " } ?? "") + comment.text)
    }
  }
}
