import Archives
package import Reports

/// Why a page cannot be shown, or a site cannot be written.
package enum BrowsingError: Error {
  /// An address that no page has.
  case noSuchPage
  /// A version with no map of that state.
  case report(ReportError)
  /// A filter of the page that cannot be understood: its name, what was said, how to say it.
  case unreadableFilter(String, value: String, remedy: String)
  /// A template that came with the program cannot be read: a defect.
  case template(name: String, reason: String)

  /// A folder to publish to that holds something else.
  case foreignFolder(path: String)
  /// A file in the way that the publisher did not write.
  case foreignFile(path: String)
  /// A stream whose name is like a page's file.
  case unpublishable(stream: String)
  case cannotWrite(path: String, reason: String)
  /// Another publisher is at work in the folder.
  case publishing(path: String)
}

/// Calls into `Archives` and passes its errors on.
func reading<Result>(_ body: () throws(ArchiveError) -> Result) throws(BrowsingError) -> Result {
  do {
    return try body()
  } catch {
    throw .report(.archive(error))
  }
}

/// Calls into `Reports` and passes its errors on.
func reporting<Result>(_ body: () throws(ReportError) -> Result) throws(BrowsingError) -> Result {
  do {
    return try body()
  } catch {
    throw .report(error)
  }
}
