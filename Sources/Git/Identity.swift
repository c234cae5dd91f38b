import Glibc

extension Repository {
  /// The two roles in a commit; libgit2's own default signature ignores the variables that tell them apart.
  package enum Role: String, Sendable { case author, committer }

  /// Who writes, by git's rules: `GIT_AUTHOR_NAME` and its like, then `author.name`, then `user.name`; for the address
  /// also `EMAIL`. `now` counts where no date variable is set. Throws `noIdentity` rather than guess from the host.
  package func identity(_ role: Role, now: Moment) throws(GitError) -> Signature {
    let prefix = "GIT_" + role.rawValue.uppercased()
    let name = try first(variable: prefix + "_NAME", settings: [role.rawValue + ".name", "user.name"])
    let email = try first(variable: prefix + "_EMAIL", settings: [role.rawValue + ".email", "user.email"])
    guard let name = name.map(Self.cleaned), !name.isEmpty else { throw .noIdentity(missing: "name") }
    guard let email = (email ?? Self.variable("EMAIL")).map(Self.cleaned), !email.isEmpty else {
      throw .noIdentity(missing: "email")
    }
    var when = now
    if let text = Self.variable(prefix + "_DATE") {
      guard let date = Moment(gitDate: text) else { throw .badDate(variable: prefix + "_DATE", text: text) }
      when = date
    }
    return Signature(name: name, email: email, when: when)
  }

  private func first(variable: String, settings: [String]) throws(GitError) -> String? {
    if let value = Self.variable(variable) { return value }
    for name in settings {
      if let value = try setting(name) { return value }
    }
    return nil
  }

  /// An environment variable; nil also when it is empty.
  private static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Without what a commit's header cannot hold (`<`, `>`, line breaks) and without the crud git trims at both ends.
  private static func cleaned(_ text: String) -> String {
    let crud: Set<Unicode.Scalar> = [".", ",", ":", ";", "\"", "'", "\\"]
    func isCrud(_ scalar: Unicode.Scalar) -> Bool { scalar.value <= 32 || crud.contains(scalar) }
    let kept = text.unicodeScalars.filter { $0 != "<" && $0 != ">" && $0 != "\n" && $0 != "\0" }
    guard let first = kept.firstIndex(where: { !isCrud($0) }), let last = kept.lastIndex(where: { !isCrud($0) })
    else { return "" }
    return String(String.UnicodeScalarView(kept[first...last]))
  }
}
