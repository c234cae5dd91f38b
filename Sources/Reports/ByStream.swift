package import Archives
import Dispatch
import Synchronization

extension Archive {
  /// What `body` makes of each stream, in the order of `streams`; worked on by all cores, each with the archive opened anew,
  /// since an open repository is used by one thread at a time.
  ///
  /// - Throws: the error of the first stream that has one.
  package func byStream<Result: Sendable>(
    _ streams: [String], _ body: @Sendable (Archive, String) throws(ReportError) -> Result
  ) throws(ReportError) -> [Result] {
    try archive { () throws(ArchiveError) in try readInBulk() }
    if streams.count < 2 {
      var results: [Result] = []
      for stream in streams { results.append(try body(self, stream)) }
      return results
    }
    let path = gitDirectory
    let results = Mutex([Swift.Result<Result, ReportError>?](repeating: nil, count: streams.count))
    DispatchQueue.concurrentPerform(iterations: streams.count) { place in
      let result = Swift.Result { () throws(ReportError) in
        try body(try archive { () throws(ArchiveError) in try Archive.open(at: path) }, streams[place])
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
