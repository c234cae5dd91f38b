import Git

/// A tag `<stream>/v<N>` that vsmrepo made: annotated, and its message says so with the same trailers as the version.
struct VersionTag: Equatable {
  let stream: String
  let number: Int
  /// The tag object.
  let id: ObjectID
  /// The commit.
  let target: ObjectID

  static func reference(_ stream: String, _ number: Int) -> String { "refs/tags/\(stream)/v\(number)" }

  /// Stream and number in a tag's full name; nil for other tags.
  static func parse(_ reference: String) -> (stream: String, number: Int)? {
    guard reference.hasPrefix("refs/tags/"), let slash = reference.lastIndex(of: "/"),
      let number = StreamName.versionNumber(reference[reference.index(after: slash)...])
    else { return nil }
    let stream = String(reference[..<slash].dropFirst("refs/tags/".count))
    return StreamName.isValid(stream) ? (stream, number) : nil
  }

  static func message(_ stream: String, _ number: Int, subject: String) -> String {
    Message(
      subject: subject,
      trailers: [Trailer("Stream", stream), Trailer("Version", String(number)), Trailer("Made-By", "vsmrepo")]
    ).text
  }
}

/// What a tag's name leads to.
enum VersionTagState: Equatable {
  case absent
  case made(VersionTag)
  /// A reference to an object that is gone or cannot be read: it names nothing, and may be made again.
  case broken(ObjectID)
  /// Somebody else's: never touched.
  case foreign
}

extension Archive {
  func versionTag(_ stream: String, _ number: Int) throws(ArchiveError) -> VersionTagState {
    guard let id = try git({ () throws(GitError) in try repository.target(of: VersionTag.reference(stream, number)) })
    else { return .absent }
    return try versionTag(stream, number, id)
  }

  /// The same for the object that the tag's name holds.
  private func versionTag(_ stream: String, _ number: Int, _ id: ObjectID) throws(ArchiveError) -> VersionTagState {
    do throws(GitError) {
      guard let tag = try repository.tag(id) else { return .foreign }
      let message = Message(parsing: tag.message)
      guard message["Made-By"] == "vsmrepo", message["Stream"] == stream, message["Version"] == String(number) else {
        return .foreign
      }
      return .made(VersionTag(stream: stream, number: number, id: id, target: tag.target))
    } catch {
      switch error {
      case .notFound, .damaged: return .broken(id)
      default: throw ArchiveError(error)
      }
    }
  }

  /// All tags that vsmrepo made for a stream, by rising number.
  func versionTags(of stream: String) throws(ArchiveError) -> [VersionTag] {
    var tags: [VersionTag] = []
    for reference in try git({ () throws(GitError) in try repository.references(matching: "refs/tags/\(stream)/v*") }) {
      guard let (owner, number) = VersionTag.parse(reference.name), owner == stream,
        case .made(let tag) = try versionTag(stream, number, reference.id)
      else { continue }
      tags.append(tag)
    }
    return tags.sorted { $0.number < $1.number }
  }

  /// The numbers N for which `<stream>/v<N>` is there, whoever made it; the tags themselves are not read.
  func taggedNumbers(of stream: String) throws(ArchiveError) -> Set<Int> {
    let folder = "refs/tags/\(stream)/"
    var numbers: Set<Int> = []
    try git { () throws(GitError) in
      try repository.eachReferenceName(under: folder) { name in
        if let number = StreamName.versionNumber(name.dropFirst(folder.utf8.count)) { numbers.insert(number) }
      }
    }
    return numbers
  }
}

/// The numbers that tags give to commits.
struct PublishedNumbers {
  private let archive: Archive
  /// Whether every tag of a stream is read; else only the one that a commit's own trailer points to.
  private let readsAll: Bool
  private var byStream: [String: [ObjectID: Int]] = [:]

  init(archive: Archive, readsAll: Bool) {
    self.archive = archive
    self.readsAll = readsAll
  }

  mutating func number(of commit: ObjectID, stream: String) throws(ArchiveError) -> Int? {
    guard readsAll else {
      let text = try git { () throws(GitError) in try archive.repository.commit(commit).message }
      guard let stated = Message(parsing: text)["Version"].flatMap({ StreamName.versionNumber("v" + $0) }),
        case .made(let tag) = try archive.versionTag(stream, stated), tag.target == commit
      else { return nil }
      return stated
    }
    if byStream[stream] == nil {
      byStream[stream] = Dictionary(
        try archive.versionTags(of: stream).map { ($0.target, $0.number) }, uniquingKeysWith: max)
    }
    return byStream[stream]?[commit]
  }

  /// Every stream of which that commit is a tagged version.
  mutating func all(of commit: ObjectID) throws(ArchiveError) -> [(stream: String, number: Int)] {
    let names = try git { () throws(GitError) in try archive.repository.referenceNames(matching: "refs/tags/*") }
    var result: [(stream: String, number: Int)] = []
    for stream in Set(names.compactMap { VersionTag.parse($0)?.stream }).sorted() {
      if let number = try number(of: commit, stream: stream) { result.append((stream, number)) }
    }
    return result
  }
}
