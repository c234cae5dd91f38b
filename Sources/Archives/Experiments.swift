import Git

extension Archive {
  /// The commit that an experiment's `NAME` (its newest) or `NAME.N` (its N-th) stands for; nil when there is no such experiment.
  func experimentCommit(_ word: String, of stream: String) throws(ArchiveError) -> ObjectID? { nil }
}
