import Foundation
import TestSupport
import Testing

/// What pull and push refuse, and that nothing is lost by it.
@Suite("Sharing refused") struct SharingRefusalTests {
  @Test("Remotes are added, listed and removed; passwords in addresses are not shown")
  func remotes() throws {
    let tool = try Tool.archive(SharingTests.map())
    #expect(try tool("push").errors.contains("vsmrepo remote add origin URL"))
    try tool("remote", "add", "origin", "https://ada:secret@example.org/maps.git").expectDone()
    #expect(try tool("remote").expectDone() == "origin  https://ada@example.org/maps.git\n")
    #expect(try tool("remote", "add", "origin", "x").status == 73)
    #expect(try tool("remote", "add", "a b", "x").status == 64)
    #expect(try tool("remote", "remove", "upstream").errors.contains("There are: origin."))
    try tool("remote", "remove", "origin").expectDone()
    #expect(try tool("remote", "list").expectDone().contains("There is no remote"))
    #expect(try tool("clone", tool.scratch.path + "/nothing").status == 69)
    #expect(try tool("clone", ".", "content").status == 73)
  }

  @Test("A merge the wrong way round is refused on both sides, with the way to mend it")
  func wrongWay() throws {
    let team = try Team(SharingTests.map(), others: "bob")
    try team.commit(SharingTests.map(approval: "2d"), "Theirs", as: "bob")
    try team("bob", "push").expectDone()
    try team.commit(SharingTests.map(copy: "2d"), "Ours", as: "ada")
    try team("ada", "git-setup").expectDone()
    try team.git("ada", "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    for command in ["push", "pull"] {
      let refused = try team("ada", command)
      #expect(refused.status == 78)
      #expect(refused.errors.contains("main leaves out content v2, which is published"))
    }
    try team.git("ada", "branch", "mine")
    try team.git("ada", "reset", "-q", "--keep", "origin/main")
    try team("ada", "merge", "mine").expectDone()
    try team("ada", "push").expectDone()
    #expect(try team.story("ada").map { $0.prefix(10) } == ["content/v1", "content/v2", "content/v3"])

    // Plain Git pushes a rewritten main line all the same; whoever pulls is told.
    try team("bob", "pull").expectDone()
    try team.git("ada", "reset", "-q", "--hard", "HEAD~2")
    try team.commit(SharingTests.map(approval: "9d"), "Rewritten", as: "ada")
    try team.git("ada", "push", "-q", "--force", "origin", "main")
    let told = try team("bob", "pull")
    #expect(told.status == 78)
    #expect(told.errors.contains("main on origin leaves out content v3, which is published"))
    #expect(try team.story("bob").count == 3)
  }

  @Test("A merge commit and a conflict outside the maps stop pull with the Git command to go on with")
  func outside() throws {
    let team = try Team(SharingTests.map(), others: "bob")
    try team.scratch.write("theirs\n", to: "bob/README")
    try team.git("bob", "add", "README")
    try team.git("bob", "commit", "-qm", "A file")
    try team("bob", "push").expectDone()
    try team.scratch.write("ours\n", to: "ada/README")
    try team.git("ada", "add", "README")
    try team.git("ada", "commit", "-qm", "Another file")
    let head = try team.git("ada", "rev-parse", "HEAD")
    let refused = try team("ada", "pull")
    #expect(refused.status == 75)
    #expect(
      refused.errors.contains("README changed on both sides") && refused.errors.contains("git rebase origin/main"))
    try team.git("ada", "reset", "-q", "--hard", "HEAD~1")
    try team.git("ada", "switch", "-qc", "side")
    try team.commit(SharingTests.map(copy: "2d"), "Side", as: "side", in: "ada")
    try team.git("ada", "switch", "-q", "main")
    try team.git("ada", "merge", "-q", "--no-ff", "-m", "By hand", "side")
    let merge = try team("ada", "pull")
    #expect(merge.status == 75)
    #expect(merge.errors.contains("git rebase --rebase-merges origin/main"))
    try team.git("ada", "rebase", "-q", "--rebase-merges", "origin/main")
    try team("ada", "push").expectDone()
    #expect(try team.git("ada", "cat-file", "-t", head) == "commit")
  }

  @Test("What was adopted here is replayed as an adoption; two archives that never were one can become one")
  func adoptionAndStrangers() throws {
    let team = try Team(SharingTests.map(), others: "bob")
    try team.commit(SharingTests.map(copy: "2d"), "Theirs", as: "bob")
    try team("bob", "push").expectDone()
    try team("ada", "experiment", "start", "slots", "--hypothesis", "Slots help").expectDone()
    try team.scratch.write(SharingTests.map(approval: "1d"), to: "attempt.json")
    try team("ada", "experiment", "commit", "slots", "-m", "Try", "--from", "../attempt.json").expectDone()
    try team("ada", "experiment", "adopt", "slots", "--learned", "They do").expectDone()
    try team("ada", "pull").expectDone()
    try team("ada", "push").expectDone()
    try team("bob", "pull").expectDone()
    #expect(try team("bob", "experiment", "list").expectDone().contains("Learned: They do"))
    let map = try team("bob", "show", "v3", "--format", "map").expectDone()
    #expect(map.contains("\"waitTime\": \"2d\"") && map.contains("\"waitTime\": \"1d\""))

    try team.tool("init", "cleo").expectDone()
    try team.commit(SharingTests.map(title: "Email"), "A stranger's stream", to: "email", as: "cleo")
    try team("cleo", "remote", "add", "origin", "../hub.git").expectDone()
    #expect(try team("cleo", "push").status == 75)
    try team("cleo", "pull").expectDone()
    try team("cleo", "push").expectDone()
    #expect(try team.story("cleo").last == "email/v1 A stranger's stream")
    #expect(try team("cleo", "verify").expectDone().contains("all is well"))
  }

  @Test("A working copy that is pushed to, and a tag that somebody made by hand, are named")
  func names() throws {
    let team = try Team(SharingTests.map(), others: "bob")
    try team.git("ada", "tag", "content/v2")
    try team.git("ada", "push", "-q", "origin", "content/v2")
    try team.commit(SharingTests.map(approval: "2d"), "Second", as: "bob")
    let taken = try team("bob", "push")
    #expect(taken.status == 73)
    #expect(taken.errors.contains("the tag content/v2 names something else on origin"))
    try team.git("bob", "remote", "add", "ada", "../ada")
    let open = try team("bob", "push", "ada")
    #expect([73, 75, 77].contains(open.status))
    #expect(try team("bob", "push", "nobody").errors.contains("There are: ada, origin."))
  }

  @Test("Ctrl-C during a transfer ends git too and leaves a sound archive")
  func interrupted() throws {
    let team = try Team(SharingTests.map(), others: "bob")
    try team.commit(SharingTests.map(approval: "2d"), "Second", as: "bob")
    // A server that takes its time.
    try team.scratch.write("#!/bin/sh\ntouch \"$0.started\"\nsleep 60\n", to: "hub.git/hooks/pre-receive")
    try team.scratch.run("chmod", ["+x", "hub.git/hooks/pre-receive"])
    let script = """
      '\(Tool.program)' push & program=$!
      for i in $(seq 600); do [ -e ../hub.git/hooks/pre-receive.started ] && break; sleep 0.1; done
      kill -INT $program; wait $program; echo "ended $?"
      """
    // Without job control a shell starts what is in the background deaf to Ctrl-C.
    let output = try team.scratch.run("bash", ["-c", "set -m\n" + script], in: "bob")
    #expect(output.contains("ended 130"), "\(output)")
    try team.scratch.run("rm", ["hub.git/hooks/pre-receive"])
    for folder in ["bob", "hub.git"] {
      try team.scratch.git("fsck", "--strict", "--no-dangling", in: folder)
      #expect(try team.scratch.run("find", [".", "-name", "*.lock"], in: folder).isEmpty)
    }
    try team("bob", "push").expectDone()
    try team("ada", "pull").expectDone()
    #expect(try team.story("ada").last == "content/v2 Second")
  }
}

extension Team {
  /// Commits with plain Git on whatever branch is checked out in `folder`.
  fileprivate func commit(_ map: String, _ subject: String, as who: String, in folder: String) throws {
    try scratch.write(map, to: "raw.json")
    let canonical = try tool("canon", "raw.json").expectDone()
    try scratch.write(canonical, to: "\(folder)/content/current.json")
    try git(folder, "commit", "-qam", "\(subject) by \(who)")
  }
}
