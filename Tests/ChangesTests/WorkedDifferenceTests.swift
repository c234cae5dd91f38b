import CanonicalJSON
import Changes
import TestSupport
import Testing
import ValueStreams

@Suite("Differences worked by hand")
struct WorkedDifferenceTests {
  private static let day = 8 * 3600

  private static func step(_ id: Text, team: Text? = nil, wait: Int? = nil, process: Int? = nil) -> Step {
    var step = Step(id: id, name: Text("Step \(id)"))
    step.team = team
    step.waitTime = wait.map { WorkingTime(seconds: $0 * day) }
    step.processTime = process.map { WorkingTime(seconds: $0 * day) }
    return step
  }

  @Test("Acme Stamping reads as one merge of four steps, with three waits gone")
  func acmeStamping() throws {
    func map(_ state: String) throws -> ValueStreamMap {
      let bytes = try #require(RepositoryFile("examples/published/acme-stamping-\(state).json").bytes)
      return try #require(MapReader.read(bytes).map)
    }
    let difference = try Difference(from: map("current"), to: map("future"))
    let merges = difference.steps.filter { $0.kind == .merged }
    #expect(merges.map(\.steps) == [Sides(before: ["weld-1", "weld-2", "assembly-1", "assembly-2"], after: ["cell"])])
    let wait = try #require(difference.waits.first { $0.steps.after == ["cell"] })
    #expect(wait.kind == .shrank && wait.counts == Sides(before: 4, after: 1))
    #expect(!difference.steps.contains { $0.kind == .added || $0.kind == .removed })
  }

  @Test("a rename is followed through replaces in both directions, also over a version that is not there")
  func renames() throws {
    var renamed = Self.step("c", wait: 1)
    renamed.replaces = ["a", "b"]
    let old = ValueStreamMap(title: "T", steps: [Self.step("a", wait: 3), Self.step("end")])
    let new = ValueStreamMap(title: "T", steps: [renamed, Self.step("end")])
    let forth = try Difference(from: old, to: new)
    #expect(forth.steps.map(\.kind) == [.renamed] && forth.steps.first?.isInferred == false)
    #expect(try Difference(from: new, to: old).steps.map(\.kind) == [.renamed])
    #expect(forth.flow.isEmpty && forth.waits.first?.difference == Double(-2 * Self.day))
  }

  @Test("a step renamed without a trace is shown as probably the same")
  func likeness() throws {
    var second = Self.step("write-copy", team: "growth", wait: 2, process: 1)
    second.name = "Write the copy"
    var first = second
    first.id = "copy"
    first.name = "Write copy"
    let ends = [Self.step("brief"), Self.step("launch")]
    let difference = try Difference(
      from: ValueStreamMap(title: "T", steps: [ends[0], first, ends[1]]),
      to: ValueStreamMap(title: "T", steps: [ends[0], second, ends[1]]))
    #expect(difference.steps.map(\.isInferred) == [true] && difference.steps.first?.kind == .renamed)
  }

  @Test("another longest branch is one line of its own")
  func otherPath() throws {
    func map(slow: Int, quick: Int) -> ValueStreamMap {
      var quickStep = Self.step("quick", process: quick)
      quickStep.after = ["start"]
      var slowStep = Self.step("slow", process: slow)
      slowStep.after = ["start"]
      var end = Self.step("end")
      end.after = ["quick", "slow"]
      return ValueStreamMap(title: "T", steps: [Self.step("start", process: 1), slowStep, quickStep, end])
    }
    let difference = try Difference(from: map(slow: 5, quick: 3), to: map(slow: 2, quick: 3))
    #expect(difference.bridge.lines.map(\.kind) == [.path])
    #expect(difference.bridge.lines.first?.steps == Sides(before: ["slow"], after: ["quick"]))
    #expect(difference.bridge.total == Double(-2 * Self.day))
  }

  @Test("only the mix of the work types moved")
  func mix() throws {
    func map(_ share: Double) -> ValueStreamMap {
      var map = ValueStreamMap(title: "T", steps: [Self.step("a", process: 1), Self.step("b", process: 9)])
      map.workTypes = ["large": WorkType(share: share), "small": WorkType(share: 100 - share, steps: ["a"])]
      return map
    }
    let difference = try Difference(from: map(50), to: map(40))
    #expect(difference.bridge.lines.map(\.kind) == [.mix])
    #expect(abs(difference.bridge.total + 0.9 * Double(Self.day)) < 1e-6)
    #expect(difference.warnings.map(\.code) == ["mix"])
  }

  @Test("handoffs pair off by ends, then by teams with one end in common")
  func handoffs() throws {
    let before = ValueStreamMap(
      title: "T",
      steps: [
        Self.step("a", team: "x"), Self.step("b", team: "y"), Self.step("c", team: "z"), Self.step("d", team: "x"),
      ])
    var after = before
    after.steps[2].team = "y"
    after.steps.append(Self.step("e", team: "z"))
    let turnover = try Difference(from: before, to: after).handoffs
    // x→y stays; y→z is inside one team now; z→x came to be y→x; x→z is new.
    #expect(turnover.kept == 1 && turnover.gone.map(\.from) == ["b"])
    #expect(turnover.changed.map(\.after.from) == ["c"] && turnover.new.map(\.to) == ["e"])
  }

  @Test("what keeps two maps from being compared is said")
  func warnings() throws {
    var before = ValueStreamMap(title: "T", steps: [Self.step("a", wait: 4), Self.step("b", wait: 1), Self.step("c")])
    before.steps[0].basis = .step(.guess)
    before.trigger = "A request"
    var after = before
    after.steps[0].waitTime = WorkingTime(seconds: Self.day)
    after.steps[0].basis = .step(.measured)
    after.steps[2].waitTime = WorkingTime(seconds: Self.day)
    after.trigger = "An order"
    let difference = try Difference(from: before, to: after)
    #expect(difference.warnings.map(\.code) == ["scope", "coverage", "basis"])
    #expect(!difference.isComparable)
    // The wait that was stated for the first time is coverage, no change.
    #expect(difference.waits.map(\.steps.after) == [["a"]])
    #expect(difference.headline.newlyMeasured == Double(-3 * Self.day))
  }

  @Test("under another calendar a wait with the same text has not moved")
  func calendars() throws {
    let before = ValueStreamMap(title: "T", steps: [Self.step("a", wait: 2)])
    var after = before
    after.calendar = WorkCalendar(day: WorkingTime(seconds: 6 * 3600))
    after.steps[0].waitTime = WorkingTime(seconds: 12 * 3600)
    let difference = try Difference(from: before, to: after)
    #expect(difference.warnings.map(\.code) == ["calendar"] && difference.waits.isEmpty)
    #expect(difference.map.map(\.path) == [["calendar"]] && difference.steps.isEmpty)
  }

  @Test("corrections among versions are summed")
  func corrections() {
    let versions = [
      Corrections.Version(number: 4, isCorrection: true, change: -60),
      Corrections.Version(number: 5, isCorrection: false, change: -600),
      Corrections.Version(number: 6, isCorrection: true, change: 20),
    ]
    #expect(Corrections(among: versions) == Corrections(leadTime: -40, versions: [4, 6]))
  }
}
