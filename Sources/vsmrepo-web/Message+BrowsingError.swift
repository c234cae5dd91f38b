import Browsing
import Console

/// The words for what the pages can fail with on the command line.
extension Message {
  init(_ error: BrowsingError) {
    switch error {
    case .report(let error): self.init(error)
    case .noSuchPage: self.init(.notThere, "there is no such page")
    case .unreadableFilter(let name, let value, let remedy):
      self.init(.usage, "\"\(value)\" is no value for \(name)", remedy)
    case .template(let name, let reason):
      self.init(.bug, "the template \(name) cannot be used: \(reason)", "Please report it.")
    case .foreignFolder(let path):
      self.init(
        .cannotCreate, "\(path) holds files that \"publish\" did not write; nothing was changed",
        "Name a folder that is empty or does not exist yet.")
    case .foreignFile(let path):
      self.init(
        .cannotCreate, "\(path) is in the way and was not written by \"publish\"; nothing was changed",
        "Move it somewhere else, and publish again.")
    case .unpublishable(let stream):
      self.init(
        .cannotCreate, "the stream \(stream) is called like a page's file, so it cannot be published",
        "Names that end in .html or .json can only be served.")
    case .cannotWrite(let path, let reason): self.init(.inputOutput, "cannot write \(path): \(reason)")
    case .publishing(let path):
      self.init(.tryAgain, "another \"publish\" is writing to \(path)", "Wait until it has finished.")
    }
  }
}
