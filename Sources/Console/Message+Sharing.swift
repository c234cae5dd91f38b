import Archives

/// The words for what can go wrong between two repositories.
extension Message {
  init(_ trouble: TransferTrouble, remote: String) {
    switch trouble {
    case .unreachable(let words):
      self.init(
        .unreachable, "\(remote) could not be reached, or the connection broke off: \(words)",
        "Nothing was lost; try again. The address: vsmrepo remote list")
    case .noRepository(let words):
      self.init(.unreachable, "there is no repository at \(remote): \(words)", "Check the address: vsmrepo remote list")
    case .notAuthorized(let words):
      self.init(
        .noPermission, "\(remote) does not let you in: \(words)",
        "Check your key (ssh -T HOST) or your password (git credential), and whether you may write there.")
    case .unknownHost(let words):
      self.init(
        .noPermission, "the host key of \(remote) is unknown, or has changed: \(words)",
        "Connect once with ssh at a terminal, compare the fingerprint, and accept it.")
    case .untrustedCertificate(let words):
      self.init(
        .noPermission, "the certificate of \(remote) is not trusted: \(words)",
        "Name the authority: git config http.sslCAInfo FILE. Do not switch the check off.")
    case .foreignOwner(let words):
      self.init(
        .noPermission, "\(remote) belongs to somebody else: \(words)",
        "If you trust it: git config --global --add safe.directory PATH")
    case .cannotWrite(let words):
      self.init(.noPermission, "\(remote) cannot be written: \(words)", "Ask whoever runs it.")
    case .other(let words):
      self.init(.unreachable, "the transfer with \(remote) failed: \(words)", "Nothing was lost; try again.")
    }
  }

  /// A push of which the server took nothing.
  init(_ refusals: [PushRefusal], remote: String, words: String?) {
    let first = refusals.first { if case .refused = $0.reason { true } else { false } } ?? refusals.first
    let name = first.map { $0.reference.replacing(/^refs\/(heads|tags)\//, with: "") } ?? remote
    switch first?.reason {
    case .nameTaken:
      self.init(
        .cannotCreate, "the tag \(name) names something else on \(remote); nothing was sent",
        "Fetch it and look: git fetch \(remote) tag \(name). Then rename or remove the one that is wrong.")
    case .checkedOut:
      self.init(
        .noPermission, "\(name) is checked out on \(remote), where somebody works; nothing was sent",
        "Share through a bare repository (git init --bare), or there: git config receive.denyCurrentBranch updateInstead"
      )
    case .refused(let reason):
      self.init(
        .noPermission, "\(remote) refused \(name): \(words ?? reason); nothing was sent",
        "If the branch is protected, propose: git push \(remote) HEAD:refs/heads/NAME, and open a pull request.")
    case .overtaken, nil:
      self.init(
        .tryAgain, "somebody else has published on \(remote) meanwhile; nothing was sent",
        "vsmrepo pull, then vsmrepo push again.")
    }
  }

  /// What an archive refuses when it is shared.
  init(sharing error: ArchiveError) {
    switch error {
    case .remoteNeeded(let names):
      self.init(
        .usage, "there are several remotes: \(Self.list(names))", "Say which: vsmrepo pull \(names.first ?? "")")
    case .unknownRemote(let name, let known):
      self.init(
        .notThere, "there is no remote \(name)",
        known.isEmpty ? "Name one: vsmrepo remote add \(name) URL" : "There are: \(Self.list(known)).")
    case .remoteExists(let name):
      self.init(
        .cannotCreate, "there is a remote \(name) already",
        "Choose another name, or first: vsmrepo remote remove \(name)")
    case .invalidRemoteName(let name):
      self.init(.usage, "\"\(name)\" cannot be the name of a remote", "Use letters, digits and -, such as origin.")
    case .publishedLeftOut(let remote, let branch, let version, let isOurs):
      let what = version.map { "\($0), which is published" } ?? "what is published there"
      self.init(
        .configuration,
        isOurs
          ? "\(branch) leaves out \(what): it was merged the wrong way round"
          : "\(branch) on \(remote) leaves out \(what): its history was merged the wrong way round, or rewritten",
        isOurs
          ? "git branch mine; git reset --keep \(remote)/\(branch); vsmrepo merge mine"
          : "Ask whoever pushed it to put it back; here all is as before. What came: git log \(branch)..\(remote)/\(branch)"
      )
    case .movedMeanwhile:
      self.init(
        .tryAgain, "somebody committed here while versions were taken in; nothing was changed",
        "Once more: vsmrepo pull (a conflict that waits is given up first: vsmrepo merge --abort)")
    case .behind(let remote):
      self.init(
        .tryAgain, "\(remote) has versions that are not here; nothing was sent",
        "vsmrepo pull, then vsmrepo push again.")
    case .notLinear(let subject, let upstream):
      self.init(
        .tryAgain, "the merge commit \"\(subject)\" cannot be replayed; nothing was changed",
        "Put yours on top with Git: git rebase --rebase-merges \(upstream)")
    case .conflictOutsideMaps(let paths, let subject, let upstream):
      self.init(
        .tryAgain,
        "\(Self.list(paths)) changed on both sides, and cannot be merged by meaning (at \"\(subject)\"); nothing was changed",
        "Settle it with Git: git rebase \(upstream), then vsmrepo push")
    default:
      self.init(.notThere, "there is no remote", "Name one: vsmrepo remote add origin URL")
    }
  }
}
