import CanonicalJSON
import Changes
import Testing
import ValueStreams

@Suite("Merging by meaning")
struct MergeTests {
  private static let base: ValueStreamMap = {
    var map = ValueStreamMap(
      title: "T", steps: ["brief", "copy", "approval"].map { Step(id: $0, name: Text("\($0) work")) })
    map.steps[1].waitTime = WorkingTime(seconds: 28_800)
    return map
  }()

  private func merge(_ ours: (inout ValueStreamMap) -> Void, _ theirs: (inout ValueStreamMap) -> Void) -> Merge {
    var (left, right) = (Self.base, Self.base)
    ours(&left)
    theirs(&right)
    return Merge(base: Self.base, ours: left, theirs: right)
  }

  @Test("different fields of one step are both taken")
  func fields() {
    let merge = merge({ $0.steps[1].team = "growth" }, { $0.steps[1].waitTime = nil })
    #expect(merge.isSettled && merge.map?.steps[1].team == "growth" && merge.map?.steps[1].waitTime == nil)
  }

  @Test("the same field edited differently is a conflict that a side, the ancestor or a value settles")
  func edit() {
    let merge = merge({ $0.title = "Ours" }, { $0.title = "Theirs" })
    let conflict = merge.conflicts.first
    #expect(conflict?.kind == .edit && conflict?.address.description == "/title")
    #expect(conflict?.values == ThreeSides(base: "T", ours: "Ours", theirs: "Theirs"))
    let title = MergeAddress(["title"])
    #expect(merge.resolving(title, by: .side(.theirs)).map?.title == "Theirs")
    #expect(merge.resolving(title, by: .side(.base)).map?.title == "T")
    #expect(merge.resolving(title, by: .value("Both")).map?.title == "Both")
    #expect(merge.resolvingAll(of: .edit, by: .ours).isSettled)
  }

  @Test("a step removed here and edited there is a conflict")
  func delete() {
    let merge = merge({ $0.steps.remove(at: 1) }, { $0.steps[1].team = "web" })
    #expect(merge.conflicts.map(\.kind) == [.delete] && merge.conflicts.first?.address.description == "/steps/copy")
    #expect(merge.resolvingAll(by: .ours).map?.steps.map(\.id) == ["brief", "approval"])
    #expect(merge.resolvingAll(by: .theirs).map?.steps[1].team == "web")
  }

  @Test("two steps inserted after the same one make a succession that nobody drew")
  func flow() {
    let merge = merge(
      { $0.steps.insert(Step(id: "design", name: "Design"), at: 2) },
      { $0.steps.insert(Step(id: "layout", name: "Layout"), at: 2) })
    #expect(merge.map?.steps.map(\.id) == ["brief", "copy", "design", "layout", "approval"])
    #expect(merge.conflicts.map(\.kind) == [.flow] && merge.conflicts.first?.address.description == "/flow/layout")
    let beside = merge.resolving(MergeAddress(["flow", "layout"]), by: .side(.theirs))
    #expect(beside.isSettled && beside.map?.steps[3].after == ["copy"])
    #expect(merge.resolving(MergeAddress(["flow", "layout"]), by: .side(.ours)).map?.steps[3].after == nil)
  }

  @Test("a step moved in two ways is a conflict, and one side's place can be chosen")
  func moves() {
    let ids: [Text] = ["a", "b", "c", "d"]
    func map(_ order: [Text]) -> ValueStreamMap {
      ValueStreamMap(title: "T", steps: order.map { Step(id: $0, name: $0) })
    }
    let merge = Merge(base: map(ids), ours: map(["b", "c", "d", "a"]), theirs: map(["b", "c", "a", "d"]))
    #expect(merge.conflicts.first { $0.address.path.first == "order" }?.address.description == "/order/steps/a")
    var settled = merge
    for _ in 0..<3 { settled = settled.resolvingAll(of: .flow, by: .theirs) }
    #expect(settled.isSettled && settled.map?.steps.map(\.id) == ["b", "c", "a", "d"])
  }

  @Test("durations written under a calendar that the other side changed are a conflict")
  func calendar() {
    let merge = merge(
      {
        $0.calendar = WorkCalendar(day: WorkingTime(seconds: 21_600));
        $0.steps[1].waitTime = WorkingTime(seconds: 21_600)
      },
      { $0.steps[2].waitTime = WorkingTime(seconds: 57_600) })
    #expect(merge.conflicts.map(\.kind) == [.calendar])
    let settled = merge.resolvingAll(by: .ours)
    // "2d" stays "2d", each of six hours.
    #expect(settled.isSettled && settled.map?.steps[2].waitTime == WorkingTime(seconds: 43_200))
  }

  @Test("a loop to a step that the other side removed breaks a rule, until one of the two is taken back")
  func rule() {
    let merge = merge(
      { $0.rework = [Rework(from: "approval", to: "copy", percent: 20)] }, { $0.steps.remove(at: 1) })
    #expect(merge.conflicts.map(\.kind) == [.rule] && merge.map == nil)
    #expect(merge.conflicts.first?.problem?.code == .unknownStep)
    #expect(merge.conflicts.first?.address.path.prefix(3) == ["rework", "approval", "copy"])
    #expect(merge.resolving(MergeAddress(["steps", "copy"]), by: .side(.ours)).isSettled)
    #expect(merge.resolving(MergeAddress(["rework", "approval", "copy"]), by: .value(nil)).isSettled)
  }

  @Test("sets are merged element by element")
  func sets() {
    let merge = merge({ $0.customers = ["Ada", "Bo"] }, { $0.customers = ["Bo", "Cy"] })
    #expect(merge.map?.customers == ["Ada", "Bo", "Cy"])
  }

  @Test("a set that was taken away here and edited there is a conflict")
  func noSet() {
    var base = Self.base
    base.customers = ["Ada"]
    var (ours, theirs) = (base, base)
    ours.customers = nil
    theirs.customers = ["Ada", "Bo"]
    let merge = Merge(base: base, ours: ours, theirs: theirs)
    #expect(merge.conflicts.map(\.kind) == [.delete] && merge.conflicts.first?.address.path == ["customers"])
  }

  @Test("a damaged record of a merge is refused by name", arguments: ["format", "ours", "theirs", "base", "choices"])
  func damage(member: Text) {
    guard case .object(var state) = merge({ $0.title = "O" }, { _ in }).state else { return }
    state[member] = ["nonsense"]
    #expect(throws: ChangeError.unreadableMerge(member.string)) { try Merge(state: .object(state)) }
  }
}
