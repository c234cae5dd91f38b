package import Archives
import Dispatch
import Synchronization

extension Archive {
  /// What `body` makes of each stream, in the order of `streams`.
  ///
  /// - Throws: the error of the first stream that has one.
  package func byStream<Result: Sendable>(
    _ streams: [String], _ body: @Sendable (Archive, String) throws(ReportError) -> Result
  ) throws(ReportError) -> [Result] {
    try archive { () throws(ArchiveError) in try readInBulk() }
    return try onAllCores(streams, body)
  }

  /// What `body` makes of each item, in their order; worked on by all cores, each with the archive opened anew, since an open
  /// repository is used by one thread at a time.
  ///
  /// - Throws: the error of the first item that has one.
  func onAllCores<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @Sendable (Archive, Item) throws(ReportError) -> Result
  ) throws(ReportError) -> [Result] {
    if items.count < 2 {
      var results: [Result] = []
      for item in items { results.append(try body(self, item)) }
      return results
    }
    let path = gitDirectory
    let results = Mutex([Swift.Result<Result, ReportError>?](repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { place in
      let result = Swift.Result { () throws(ReportError) in
        try body(try archive { () throws(ArchiveError) in try Archive.open(at: path) }, items[place])
      }
      results.withLock { $0[place] = result }
    }
    var all: [Result] = []
    for result in results.withLock({ $0 }) {
      if let result { all.append(try result.get()) }
    }
    return all
  }
}
