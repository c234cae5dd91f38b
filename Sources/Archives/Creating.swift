import Git

extension Archive {
  /// What `create` found to do.
  package enum Creation: Equatable, Sendable { case made, completed, alreadyThere }

  /// Makes an archive in `path`, or makes one of the repository that `path` lies in: configuration, the schema for
  /// editors (`schema`, its bytes) and `.gitattributes`, in a commit that is no version. Doing it again changes nothing.
  package static func create(
    at path: String, schema: [UInt8], bare: Bool = false
  ) throws(ArchiveError) -> (archive: Archive, did: Creation) {
    let existing: Repository?
    do throws(GitError) {
      existing = try Repository.discover(from: path)
    } catch {
      guard case .notARepository = error else { throw ArchiveError(error) }
      existing = nil
    }
    let repository: Repository
    if let existing {
      repository = existing
    } else {
      repository = try git { () throws(GitError) in try Repository.create(at: path, bare: bare) }
    }
    let archive = Archive(repository: repository)
    let line = try archive.chosenMainLine()
    let isConfigured = try git { () throws(GitError) in try repository.setting("vsmrepo.branch") } != nil
    let committed = try archive.commitFixtures(on: line, schema: schema)
    if !isConfigured { try git { () throws(GitError) in try repository.set("vsmrepo.branch", to: line.branch) } }
    if existing == nil { return (archive, .made) }
    return (archive, committed || !isConfigured ? .completed : .alreadyThere)
  }

  /// The main line of a repository that becomes an archive: where it has several branches, the one that is checked out.
  private func chosenMainLine() throws(ArchiveError) -> MainLine {
    do throws(ArchiveError) {
      return try mainLine()
    } catch {
      guard case .noMainLine = error, case .branch(let name) = try git({ () throws(GitError) in try repository.head() })
      else {
        throw error
      }
      let tip = try git { () throws(GitError) in try repository.target(of: name) }
      return MainLine(branch: name.replacing("refs/heads/", with: "", maxReplacements: 1), tip: tip)
    }
  }

  /// Commits schema and attributes where they are not there yet; says whether there was anything to commit.
  private func commitFixtures(on line: MainLine, schema: [UInt8]) throws(ArchiveError) -> Bool {
    let tipTree = try tree(of: line.tip)
    let attributes = try bytes(at: Self.attributesPath, inTree: tipTree)
    let isComplete =
      try bytes(at: Self.schemaPath, inTree: tipTree) == schema && attributes == Self.withAttributes(attributes)
    if isComplete { return false }
    try checkWritable(line)
    let now = Moment.now()
    let author = try identity(.author, now)
    let committer = try identity(.committer, now)
    let commit = try advance(line) { (tip: ObjectID?) throws(ArchiveError) -> Plan? in
      let tree = try tree(of: tip)
      let files = [
        FileChange(path: Self.schemaPath, bytes: schema, working: .ifClean),
        FileChange(
          path: Self.attributesPath, bytes: Self.withAttributes(try bytes(at: Self.attributesPath, inTree: tree)),
          working: .ifClean),
      ]
      return Plan(
        files: files, message: Message(subject: "Start an archive of value stream maps"), author: author,
        committer: committer, log: "vsmrepo: init")
    }
    return commit != nil
  }

  static let attributesPath = ".gitattributes"

  /// Lines for plain Git: maps are stored as they are, and go through vsmrepo's drivers once `git-setup` has registered them.
  private static let attributeLines = [
    "current.json -text diff=vsmrepo merge=vsmrepo", "future.json -text diff=vsmrepo merge=vsmrepo",
    ".vsmrepo/map.schema.json -text",
  ]

  /// `existing` with the lines that it lacks.
  static func withAttributes(_ existing: [UInt8]?) -> [UInt8] {
    var bytes = existing ?? []
    let lines = Set(String(decoding: bytes, as: UTF8.self).split { $0.isNewline }.map(String.init))
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    for line in attributeLines where !lines.contains(line) { bytes += Array((line + "\n").utf8) }
    return bytes
  }

  /// `existing` without those lines.
  static func withoutAttributes(_ existing: [UInt8]) -> [UInt8] {
    let lines = String(decoding: existing, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return Array(lines.filter { !attributeLines.contains(String($0)) }.joined(separator: "\n").utf8)
  }
}
