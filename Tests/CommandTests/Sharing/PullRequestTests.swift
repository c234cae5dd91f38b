import Foundation
import TestSupport
import Testing

/// What a branch changes since it left the main line, as a job on a Git host asks for it.
@Suite("Pull requests") struct PullRequestTests {
  /// `main` went on since the branch `proposal` left it; the branch changes one stream, begins another and leaves a third alone.
  private func team() throws -> Team {
    let team = try Team(SharingTests.map())
    try team.commit(SharingTests.map(title: "Email"), "Email begins", to: "email", as: "ada")
    try team("ada", "push").expectDone()
    try team.git("ada", "switch", "-qc", "proposal")
    for (stream, map) in [("content", SharingTests.map(approval: "1d")), ("growth", SharingTests.map(title: "New"))] {
      try team.scratch.write(map, to: "ada/\(stream)/current.json")
    }
    try team.git("ada", "add", ".")
    try team.git("ada", "commit", "-qm", "Propose")
    try team.git("ada", "push", "-q", "origin", "proposal")
    try team.git("ada", "switch", "-q", "main")
    try team.commit(SharingTests.map(copy: "9d", title: "Email"), "Main goes on", to: "email", as: "ada")
    try team("ada", "push").expectDone()
    return team
  }

  @Test("Three dots tell what the branch changed, a section a stream, and nothing that happened on the main line")
  func branch() throws {
    let team = try team()
    try team.git("ada", "switch", "-q", "proposal")
    let comment = try team("ada", "diff", "origin/main...", "--format", "markdown").expectDone()
    #expect(comment.hasPrefix("### content v1 → proposal\n\n**Lead time 4d 5h → 2d 5h (−2d, −43 %): waits −2d.**"))
    #expect(comment.contains("### growth is new\n\n**First version: lead time 4d 5h"))
    #expect(comment.contains("email") == false)
    #expect(try team("ada", "diff", "origin/main...HEAD", "--exit-code").status == 1)
    #expect(try team("ada", "diff", "main...main", "--exit-code").expectDone() == "No stream changed.\n")
    #expect(try team("ada", "diff", "origin/main..proposal").expectDone().contains("email"))
    #expect(try team("ada", "diff", "origin/main...proposal", "-s", "content").expectDone().contains("▼ 2d shorter"))
    try team.scratch.write(SharingTests.map(approval: "2d"), to: "ada/content/current.json")
    #expect(try team("ada", "diff", "origin/main...").expectDone().contains("→ working copy"))
    try team.git("ada", "rm", "-q", "-r", "-f", "email")
    try team.scratch.write("{\"format\":\"vsm-map/1\"", to: "ada/growth/current.json")
    try team.git("ada", "commit", "-qam", "Odd")
    let odd = try team("ada", "diff", "origin/main...HEAD", "--format", "markdown").expectDone()
    #expect(odd.contains("### email: the map was removed") && odd.contains("### growth cannot be compared"))
  }

  @Test("A job's checkout works without a main line; a shallow one says what to fetch, and two dots need no history")
  func shallow() throws {
    let team = try team()
    let hub = "file://" + team.scratch.path + "/hub.git"
    try team.scratch.git("init", "-q", "job")
    try team.git(
      "job", "fetch", "-q", "--depth=1", hub, "proposal:refs/remotes/pull/7/head", "main:refs/remotes/origin/main")
    try team.git("job", "checkout", "-q", "--detach", "pull/7/head")
    let refused = try team("job", "diff", "origin/main...HEAD", "--format", "markdown")
    #expect(refused.status == 66)
    #expect(refused.errors.contains("not enough history") && refused.errors.contains("git fetch --unshallow"))
    #expect(try team("job", "diff", "origin/main..HEAD").expectDone().contains("▼ 2d shorter"))
    try team.git("job", "fetch", "-q", "--unshallow", hub)
    let comment = try team("job", "diff", "origin/main...HEAD", "--format", "markdown").expectDone()
    #expect(comment.contains("→ HEAD\n\n**Lead time 4d 5h → 2d 5h"))
    #expect(comment.contains("### growth is new"))
  }

  @Test("A shallow clone goes on where its tags reach, and never guesses a number")
  func shallowClone() throws {
    let team = try team()
    try team.commit(SharingTests.map(approval: "2d"), "Newest", as: "ada")
    try team("ada", "push").expectDone()
    try team.scratch.git("clone", "-q", "--depth=1", "file://" + team.scratch.path + "/hub.git", "bob")
    #expect(try team("bob", "show", "content@v2").status == 0)
    #expect(try team("bob", "show", "content@v1").status == 66)
    try team.commit(SharingTests.map(approval: "1d"), "From a shallow clone", as: "bob")
    try team.scratch.write(SharingTests.map(title: "Other"), to: "bob/email/current.json")
    let refused = try team("bob", "commit", "email", "-m", "Which number?")
    #expect(refused.status == 66)
    #expect(refused.errors.contains("git fetch --unshallow"))
    try team.git("bob", "checkout", "-q", "--", "email")
    try team.commit(SharingTests.map(copy: "2d", approval: "2d"), "Meanwhile", as: "ada")
    try team("ada", "push").expectDone()
    #expect(try team("bob", "push").status == 75)
    try team("bob", "pull").expectDone()
    try team("bob", "push").expectDone()
    try team("ada", "pull").expectDone()
    #expect(try team.story("ada").suffix(2) == ["content/v3 Meanwhile", "content/v4 From a shallow clone"])
  }
}
