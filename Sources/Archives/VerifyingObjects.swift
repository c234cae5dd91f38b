import Git

extension Archive {
  /// References that lead to no object, or whose object is of the wrong kind.
  func brokenReferences() throws(ArchiveError) -> [Finding] {
    var findings: [Finding] = []
    for name in try git({ () throws(GitError) in try repository.referenceNames(matching: "refs/*") }) {
      let problem: String?
      do throws(GitError) {
        guard let target = try repository.target(of: name) else {
          // The main line's remote HEAD may name a branch that was never fetched.
          if case .reference = try repository.reference(name) { continue }
          findings.append(Finding(.brokenReference, subject: name, detail: "it cannot be read"))
          continue
        }
        let kind = try repository.header(of: target).kind
        problem = name.hasPrefix("refs/heads/") && kind != .commit ? "it does not name a commit" : nil
      } catch {
        problem = "its object is missing or damaged"
      }
      if let problem { findings.append(Finding(.brokenReference, subject: name, detail: problem)) }
    }
    return findings
  }

  func oddNotes() throws(ArchiveError) -> [Finding] {
    guard let tip = try git({ () throws(GitError) in try repository.target(of: Self.notes) }) else { return [] }
    do throws(GitError) {
      var findings: [Finding] = []
      for commit in try repository.notedObjects(in: tip) {
        let lines = (try repository.note(on: commit, in: tip) ?? []).split(separator: UInt8(ascii: "\n"))
        let odd = lines.filter { Comment(line: Array($0)) == nil }.count
        if odd > 0 { findings.append(Finding(.oddNote, subject: commit.hex, detail: "\(odd) lines are no comments")) }
      }
      return findings
    } catch {
      return [Finding(.damagedObject, subject: Self.notes, detail: "the comments cannot be read")]
    }
  }

  /// Objects that something reachable names and that are not there: from every reference, through all parents and folders.
  func missingObjects() throws(ArchiveError) -> [ObjectID] {
    var pending: [ObjectID] = []
    for name in try git({ () throws(GitError) in try repository.referenceNames(matching: "refs/*") }) {
      if let id = try? repository.target(of: name) { pending.append(id) }
    }
    var seen = Set(pending)
    var missing: [ObjectID] = []
    while let id = pending.popLast() {
      do throws(GitError) {
        for next in try repository.names(in: id) where seen.insert(next).inserted { pending.append(next) }
      } catch {
        missing.append(id)
      }
    }
    return missing
  }

  func allObjects() throws(ArchiveError) -> [ObjectID] {
    try git { () throws(GitError) in try repository.objects() }
  }

  /// Why an object cannot be read; nil when it can, and its content matches its id.
  func damage(of id: ObjectID) -> String? {
    do throws(GitError) {
      try repository.verify(id)
      return nil
    } catch {
      return if case .damaged(_, let reason) = error { reason } else { "it cannot be read" }
    }
  }
}
