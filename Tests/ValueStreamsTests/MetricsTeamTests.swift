import CanonicalJSON
import Testing
import ValueStreams

@Suite("Metrics: teams and demand")
struct MetricsTeamTests {
  private let hour = WorkingTime(seconds: 3_600)

  @Test("a handoff is a succession between two stated teams that differ")
  func handoffs() throws {
    let metrics = try Metrics(
      map([
        step("a", team: "own"), step("b", team: "own"), step("c", team: "legal"), step("d"), step("e", team: "own"),
        step("f", team: "web", after: ["c", "e"]),
      ]))
    #expect(metrics.figures.handoffs == 3)
    #expect(metrics.handoffs.map { [$0.from, $0.to] } == [["b", "c"], ["c", "f"], ["e", "f"]])
    #expect(
      metrics.handoffs.map { [$0.fromTeam, $0.toTeam] } == [["own", "legal"], ["legal", "web"], ["own", "web"]])
  }

  @Test("outside time is the time at the steps of outside teams, on the critical path")
  func outside() throws {
    let steps = [
      step("a", wait: 1, process: 10, team: "own"), step("b", wait: 100, process: 20, team: "legal"),
      step("c", wait: 1_000), step("d", wait: 40, process: 2, team: "studio", after: ["a"]),
    ]
    #expect(try Metrics(map(steps)).figures.outsideTime == nil)
    #expect(try Metrics(map(steps, teams: ["own": Team()])).figures.outsideTime == nil)
    #expect(try Metrics(map(steps, team: "own")).figures.outsideTime == 120)
    #expect(try Metrics(map(steps, team: "own", teams: ["legal": Team(control: .own)])).figures.outsideTime == 0)
    #expect(try Metrics(map(steps, teams: ["own": Team(control: .own)])).figures.outsideTime == 120)
  }

  @Test("within a loop the outside part of its way counts, and its extra wait at the step that it leaves")
  func outsideLoops() throws {
    let steps = [
      step("a", process: 10, team: "own"), step("b", wait: 5, process: 20, team: "legal"), step("c", process: 3),
    ]
    func outsideTime(_ loop: Rework) throws -> Double? {
      try Metrics(map(steps, rework: [loop], team: "own")).figures.outsideTime
    }
    let delay = WorkingTime(seconds: 7)
    #expect(try outsideTime(Rework(from: "b", to: "a", percent: 50, waitTime: delay)) == 25 + 7 + 25)
    #expect(try outsideTime(Rework(from: "c", to: "a", percent: 50, waitTime: delay)) == 25 + 25)
    #expect(try outsideTime(Rework(from: "c", to: "c", percent: 50, waitTime: delay)) == 25)
  }

  @Test("takt is working time per item demanded, and work in progress what enters during the lead time")
  func demand() throws {
    let steps = [step("a", wait: 7_200, process: 3_600)]
    #expect(try Metrics(map(steps)).figures.takt == nil)
    #expect(try Metrics(map(steps)).figures.workInProgress == nil)
    let figures = try Metrics(map(steps, demand: Demand(items: 4, per: hour))).figures
    #expect(figures.takt == 900)
    #expect(figures.workInProgress == 12)
    let extreme = try Metrics(map(steps, demand: Demand(items: .leastNormalMagnitude, per: hour))).figures
    #expect(extreme.takt == nil)
    #expect(
      try Metrics(map(steps, demand: Demand(items: .greatestFiniteMagnitude, per: hour))).figures.workInProgress == nil)
  }

  @Test("a queue is a wait of queue ÷ demand rate, shared by the visits; a stated wait comes first")
  func queue() throws {
    let steps = [step("a", process: 1), step("b", queue: 6), step("c", wait: 5, queue: 600), step("d", queue: 0)]
    let demand = Demand(items: 2, per: hour)
    let metrics = try Metrics(map(steps, demand: demand))
    #expect(metrics.steps.map(\.waitTime) == [0, 10_800, 5, 0])
    #expect(metrics.steps.map(\.isWaitDerived) == [false, true, false, true])
    #expect(metrics.figures.stepsWithWait == 3)
    let looped = try Metrics(map(steps, rework: [Rework(from: "b", to: "a", percent: 50)], demand: demand))
    #expect(looped.step("b")?.waitTime == 5_400)
    let unknown = try Metrics(map(steps))
    #expect(unknown.steps.map(\.waitTime) == [0, 0, 5, 0])
    #expect(unknown.figures.stepsWithWait == 1)
  }

  @Test("a team's utilisation is the work that demand brings it ÷ the time its people have")
  func utilisation() throws {
    let steps = [
      step("a", process: 1_800, team: "t"), step("b", process: 900, team: "t"), step("c", process: 60, team: "u"),
    ]
    let loops = [Rework(from: "a", to: "a", percent: 50)]
    let teams: Members<Team> = ["t": Team(people: 2, availability: 75), "u": Team(), "idle": Team(people: 1)]
    let metrics = try Metrics(map(steps, rework: loops, demand: Demand(items: 1, per: hour), teams: teams))
    #expect(metrics.teams["t"]?.effort == 4_500)
    #expect(metrics.teams["t"]?.utilisation == 1.25 / 1.5)
    #expect(metrics.teams["t"]?.steps == 2)
    #expect(metrics.teams["u"]?.utilisation == nil)
    #expect(metrics.teams["idle"]?.utilisation == 0)
    #expect(metrics.teams["idle"]?.steps == 0)
    #expect(try Metrics(map(steps, teams: teams)).teams["t"]?.utilisation == nil)
    #expect(try Metrics(map([step("a", team: "ghost")])).teams.keys == ["ghost"])
  }

  @Test("the constraint is the step with most load of the busiest team from 85 % on, else the longest repeated wait")
  func constraint() throws {
    let steps = [
      step("a", wait: 10, process: 1_000, team: "t"), step("b", wait: 40, process: 2_060, team: "t"),
      step("c", wait: 30, process: 3_000, team: "u"),
    ]
    let demand = Demand(items: 1, per: hour)
    func constraint(_ teams: Members<Team>, _ loops: [Rework] = []) throws -> Constraint? {
      try Metrics(map(steps, rework: loops, demand: demand, teams: teams)).constraint
    }
    let busy = try constraint(["t": Team(people: 1), "u": Team(people: 1)])
    #expect(busy?.step == "b")
    #expect(busy?.team == "t")
    #expect(busy?.by == .utilisation)
    #expect(busy?.value == 0.85)
    let slack = try constraint(["t": Team(people: 1.01)])
    #expect(slack?.step == "b")
    #expect(slack?.by == .wait)
    #expect(slack?.value == 40)
    let repeated = try constraint([:], [Rework(from: "c", to: "c", percent: 50)])
    #expect(repeated?.step == "c")
    #expect(repeated?.value == 60)
    #expect(try Metrics(map([step("a", process: 1)])).constraint == nil)
  }

  @Test("two equal waits: the step listed earlier is the constraint; a wait off the path is none")
  func constraintTies() throws {
    #expect(try Metrics(map([step("a", wait: 5), step("b", wait: 5)])).constraint?.step == "a")
    let branches = [
      step("a", process: 1), step("b", wait: 50, after: ["a"]), step("c", wait: 20, process: 90, after: ["a"]),
      step("d", after: ["b", "c"]),
    ]
    #expect(try Metrics(map(branches)).constraint?.step == "c")
  }

  @Test("two teams equally busy: the one whose heaviest step is listed earlier")
  func constraintTeams() throws {
    let steps = [
      step("a", process: 100, team: "t"), step("b", process: 300, team: "u"), step("c", process: 200, team: "t"),
    ]
    let teams: Members<Team> = ["t": Team(people: 1), "u": Team(people: 1)]
    let demand = Demand(items: 1, per: WorkingTime(seconds: 300))
    #expect(try Metrics(map(steps, demand: demand, teams: teams)).constraint?.step == "b")
  }
}
