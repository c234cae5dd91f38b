import Archives
import Console

/// Fetching, pushing and cloning: git transfers, the archive takes in.
struct Transfers {
  private let archive: Archive
  private let git: GitProgram

  init(_ archive: Archive) {
    self.archive = archive
    git = GitProgram(archive)
  }

  /// Gets what a remote has, comments included, and takes it in.
  func fetch(_ upstream: Upstream) async throws -> Fetched {
    let remote = upstream.remote
    try archive.prepareFetch(from: upstream)
    let answer = try await git.transfer([
      "-c", "remote.\(remote.name).fetch=\(upstream.notesRefspec)", "fetch", "--progress", "--no-recurse-submodules",
      "--", remote.name,
    ])
    guard answer.status == 0 else {
      throw Failure.transfer(TransferTrouble(answer.errors), remote: withoutPassword(remote.url))
    }
    return try archive.takeIn(from: upstream)
  }

  /// Sends all of it or nothing, and gives what the server had to say.
  func push(_ publication: Publication) async throws -> [String] {
    let remote = publication.upstream.remote
    let answer = try await git.transfer(
      ["push", "--atomic", "--porcelain", "--progress"] + publication.leases.map { "--force-with-lease=\($0)" }
        + ["--", remote.name] + publication.refspecs)
    if answer.status == 0 { return answer.errors.filter { $0.hasPrefix("remote:") } }
    let refusals = PushRefusal.read(answer.output)
    if !refusals.isEmpty {
      throw Failure.pushRefused(refusals, remote: remote.name, words: PushRefusal.words(answer.errors))
    }
    throw Failure.transfer(TransferTrouble(answer.errors), remote: withoutPassword(remote.url))
  }

  /// Clones into `path`, as seen from `folder`; the archive opens at `place`.
  static func clone(_ url: String, to path: String, from folder: String, at place: String) async throws -> Archive {
    let answer = try await GitProgram(in: folder).transfer([
      "clone", "--progress", "--config", "remote.origin.fetch=\(Upstream.notesRefspec("origin"))", "--origin", "origin",
      "--", url, path,
    ])
    guard answer.status == 0 else {
      if answer.errors.contains(where: { $0.contains("already exists and is not an empty directory") }) {
        throw Failure.fileExists(path: path)
      }
      throw Failure.transfer(TransferTrouble(answer.errors), remote: withoutPassword(url))
    }
    let archive = try Archive.open(at: place)
    _ = try archive.takeIn(from: archive.upstream("origin"))
    return archive
  }
}
