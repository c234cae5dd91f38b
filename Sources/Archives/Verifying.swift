import Git
import ValueStreams

extension Archive {
  /// Checks every version, tag, reference and object, and recounts all numbers without the index. `progress` is told
  /// how many of how many steps are done.
  package func verify(progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }) throws(ArchiveError) -> [Finding] {
    var findings = locks().map { Finding(.lock, subject: $0.path, detail: "\($0.age) s old") }
    findings += try brokenReferences()
    guard let tip = try mainLine().tip else { return findings }
    let history = try recount(at: tip)
    switch history.gap {
    case .shallow: findings.append(Finding(.shallowHistory, subject: tip.hex))
    case .damaged(let what, let reason): findings.append(Finding(.brokenHistory, subject: what, detail: reason))
    case nil: break
    }
    var records = Array(history.records)
    // What a gap hides is still named by its tags.
    var streams = history.streams
    if history.gap != nil { try addTagged(to: &records, streams: &streams) }
    let objects = Set(try allObjects())
    let total = records.count + objects.count
    for (place, record) in records.enumerated() {
      findings += try check(record, of: streams[record.stream])
      progress(place + 1, total)
    }
    findings += repeatedNumbers(records, streams: streams)
    findings += try strayTags(history)
    findings += try oddNotes()
    let known = Set(findings.map(\.subject))
    for id in try missingObjects() where !known.contains(id.hex) && !objects.contains(id) {
      findings.append(Finding(.damagedObject, subject: id.hex, detail: "it is missing"))
    }
    for (place, id) in objects.sorted(by: { $0.hex < $1.hex }).enumerated() {
      if let reason = damage(of: id), !known.contains(id.hex) {
        findings.append(Finding(.damagedObject, subject: id.hex, detail: reason))
      }
      progress(records.count + place + 1, total)
    }
    return findings
  }

  /// One version: its commit, its maps, its tag and its own word about its number.
  private func check(_ record: History.Record, of stream: String) throws(ArchiveError) -> [Finding] {
    func finding(_ code: Finding.Code, _ subject: String, _ detail: String = "", _ state: Provenance.State? = nil)
      -> Finding
    {
      Finding(code, stream: stream, version: record.number, state: state, subject: subject, detail: detail)
    }
    var findings: [Finding] = []
    do throws(GitError) {
      let commit = try repository.commit(record.commit)
      let stated = Message(parsing: commit.message)["Version"].flatMap { Int($0) }
      if let stated, stated != record.number {
        findings.append(finding(.otherNumber, record.commit.hex, "its message says v\(stated)"))
      }
      for state in Provenance.State.allCases {
        guard let entry = try repository.entry(at: "\(stream)/\(state.fileName)", inTree: commit.tree) else { continue }
        guard entry.kind == .file else {
          findings.append(finding(.notAFile, "\(stream)/\(state.fileName)", "", state))
          continue
        }
        findings += check(entry.id).map { finding($0.code, entry.id.hex, $0.detail, state) }
      }
    } catch {
      findings.append(finding(.damagedObject, record.commit.hex, "the version cannot be read"))
    }
    switch try versionTag(stream, record.number) {
    case .made(let tag) where tag.target == record.commit: break
    case .made: findings.append(finding(.movedTag, VersionTag.reference(stream, record.number)))
    case .foreign: findings.append(finding(.foreignTag, VersionTag.reference(stream, record.number)))
    case .absent where try upstreamReference() != nil: break
    case .absent, .broken: findings.append(finding(.missingTag, VersionTag.reference(stream, record.number)))
    }
    return findings
  }

  /// What is wrong with a map's bytes.
  private func check(_ blob: ObjectID) -> [(code: Finding.Code, detail: String)] {
    do throws(GitError) {
      let bytes = try repository.blob(blob, limit: Self.mapLimit)
      let reading = MapReader.read(bytes)
      guard let map = reading.map else { return [(.invalidMap, reading.problems.first?.message ?? "")] }
      return map.canonicalBytes == bytes ? [] : [(.notCanonical, "")]
    } catch {
      if case .tooLarge(_, let bytes) = error { return [(.tooLarge, "\(bytes) bytes")] }
      return [(.damagedObject, "the map cannot be read")]
    }
  }

  /// The history counted anew, whatever the index says.
  private func recount(at tip: ObjectID) throws(ArchiveError) -> History {
    dropIndex()
    return try history(at: tip)
  }

  private func addTagged(to records: inout [History.Record], streams: inout [String]) throws(ArchiveError) {
    let names = try git { () throws(GitError) in try repository.referenceNames(matching: "refs/tags/*") }
    for (stream, number) in names.compactMap(VersionTag.parse) {
      guard case .made(let tag) = try versionTag(stream, number), !records.contains(where: { $0.commit == tag.target })
      else { continue }
      if !streams.contains(stream) { streams.append(stream) }
      guard let place = streams.firstIndex(of: stream) else { continue }
      records.append(History.Record(commit: tag.target, seconds: 0, stream: place, number: number))
    }
  }

  private func repeatedNumbers(_ records: [History.Record], streams: [String]) -> [Finding] {
    var seen: Set<[Int]> = []
    return records.filter { !seen.insert([$0.stream, $0.number]).inserted }.map {
      Finding(.repeatedNumber, stream: streams[$0.stream], version: $0.number, subject: $0.commit.hex)
    }
  }

  private func strayTags(_ history: History) throws(ArchiveError) -> [Finding] {
    guard history.gap == nil else { return [] }
    let names = try git { () throws(GitError) in try repository.referenceNames(matching: "refs/tags/*") }
    var findings: [Finding] = []
    for (stream, number) in names.compactMap(VersionTag.parse) {
      guard case .made(let tag) = try versionTag(stream, number), history.number(of: tag.target, stream: stream) == nil,
        !history.records(of: stream).contains(where: { $0.number == number })
      else { continue }
      findings.append(
        Finding(.strayTag, stream: stream, version: number, subject: VersionTag.reference(stream, number)))
    }
    return findings
  }
}
