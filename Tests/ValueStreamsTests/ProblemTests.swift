import CanonicalJSON
import Testing
import ValueStreams

/// Every code that `check` knows, with the words it comes in.
@Suite("What check says") struct ProblemTests {
  /// A map of two steps with nothing to complain about; the tests spoil it.
  static let sound = """
    {"format":"vsm-map/1","title":"T","sources":["S"],"customers":["C"],"doneWhen":"D","demand":{"items":5,"per":"1w"},
    "teams":{"own":{"people":2},"legal":{}},"participants":[{"name":"A","team":"own"},{"name":"B","team":"legal"}],
    "steps":[
    {"id":"copy","name":"Copy","team":"own","waitTime":"2d","processTime":"4h","percentCompleteAccurate":80,"value":"adding","basis":"measured"},
    {"id":"approval","name":"Approval","team":"legal","waitTime":"3d","processTime":"1h","percentCompleteAccurate":90,"value":"necessary","basis":"guess"}
    ],"rework":[{"from":"approval","to":"copy","percent":20}],
    "actions":{"slots":{"title":"Two slots","step":"approval","due":"2026-10-01","status":"testing"}}}
    """

  struct Case: Sendable, CustomTestStringConvertible {
    var code: Problem.Code
    /// What to replace in the sound map, and by what.
    var old: String
    var new: String
    var words: String
    var state = Provenance.State.current

    var testDescription: String { "\(code.rawValue): \(new)" }
  }

  static let cases = [
    Case(
      code: .syntax, old: #""title":"T","#, new: #""title":"T""#,
      words: "a comma is missing here; add one"),
    Case(
      code: .type, old: #""title":"T""#, new: #""title":1"#, words: "title is a number; write text in double quotes"),
    Case(code: .type, old: #""2d""#, new: "2", words: #"2 has no unit; write it with one, as "2d" or "2h""#),
    Case(
      code: .range, old: #""value":"adding""#, new: #""value":"ading""#,
      words: #""ading" is no value; write "adding" (one of "adding", "necessary", "non-adding")"#),
    Case(
      code: .range, old: "2026-10-01", new: "2026-02-30",
      words: #""2026-02-30" is not a day of the calendar; write year-month-day, such as "2026-09-30""#),
    Case(
      code: .unknownKey, old: #""waitTime":"2d""#, new: #""wiatTime":"2d""#,
      words: #""wiatTime" is not a field of the format; did you mean "waitTime"? Own fields start with "x-""#),
    Case(code: .missingKey, old: #""title":"T","#, new: "", words: #"the map has no "title"; add "title": "…""#),
    Case(
      code: .duplicateInSet, old: #"["S"]"#, new: #"["S","S"]"#,
      words: #""S" stands in sources twice; remove one of the two"#),
    Case(
      code: .duplicateID, old: #""id":"approval""#, new: #""id":"copy""#,
      words: #""copy" is the id of step 1 already; give one of the two another id"#),
    Case(
      code: .unknownStep, old: #""to":"copy""#, new: #""to":"cpoy""#,
      words: #"there is no step "cpoy"; did you mean "copy"?"#),
    Case(
      code: .unknownTeam, old: #""team":"legal","w"#, new: #""team":"leagl","w"#,
      words: #"there is no team "leagl"; did you mean "legal"?"#),
    Case(
      code: .unknownWorkType, old: #""percent":20"#, new: #""percent":20,"workTypes":["post"]"#,
      words: #"there is no work type "post"; add it under "workTypes""#),
    Case(
      code: .cycle, old: #""id":"copy","#, new: #""id":"copy","after":["approval"],"#,
      words:
        #"steps come after each other in a circle: copy → approval → copy; take one of them out of an "after"; work that goes back belongs under "rework""#
    ),
    Case(
      code: .reworkForward, old: #""from":"approval","to":"copy""#, new: #""from":"copy","to":"approval""#,
      words: #""approval" does not come before "copy", so work cannot go back to it; swap "from" and "to""#),
    Case(
      code: .reworkTotal, old: #""percent":20}"#,
      new: #""percent":60},{"from":"approval","to":"approval","percent":40}"#,
      words:
        #"100 % of the work leaving "approval" would go back; the percents leaving one step add up to less than 100, or nothing would ever be done"#
    ),
    Case(
      code: .endlessRework, old: #""percent":20"#, new: #""percent":99.9999999999"#,
      words:
        "with these loops work would take longer than 10¹² seconds; lower the percents: together they send nearly all work back again and again"
    ),
    Case(
      code: .emptyWorkType, old: #""rework""#, new: #""workTypes":{"post":{"steps":[]}},"rework""#,
      words: #"a work type without steps; name its steps, or leave "steps" out for all"#),
    Case(
      code: .missingWait, old: #""waitTime":"2d","#, new: "",
      words: #""copy" does not say how long work waits for it; add "waitTime" or "queue""#),
    Case(
      code: .missingProcess, old: #""processTime":"4h","#, new: "",
      words: #""copy" does not say how long it is worked on; add "processTime""#),
    Case(
      code: .missingAccuracy, old: #""percentCompleteAccurate":80,"#, new: "",
      words: #""copy" does not say how often its work can be used as it comes; add "percentCompleteAccurate""#),
    Case(
      code: .missingValue, old: #""value":"adding","#, new: "",
      words: #""copy" does not say whether it adds value; add "value": "adding", "necessary" or "non-adding""#),
    Case(
      code: .missingTeam, old: #""team":"own","w"#, new: #""w"#, words: #""copy" does not say who does it; add "team""#),
    Case(
      code: .missingBasis, old: #","basis":"guess""#, new: "",
      words:
        #""approval" does not say where waitTime, processTime, percentCompleteAccurate come from; add "basis": "guess", "observed" or "measured""#
    ),
    Case(
      code: .queueDisagrees, old: #""waitTime":"2d""#, new: #""waitTime":"2d","queue":10"#,
      words:
        #""copy" states a wait of 2d, and its queue at this demand takes 8d; count the queue again, or measure the wait"#
    ),
    Case(
      code: .queueWithoutDemand, old: #""demand":{"items":5,"per":"1w"},"#, new: "",
      words:
        #""copy" has a queue, and no demand to derive its wait from; add "demand" to the map, or "waitTime" to the step"#
    ),
    Case(
      code: .fractionPercent, old: #""percent":20"#, new: #""percent":0.2"#,
      words: "0.2 is less than one percent; did you mean 20?"),
    Case(
      code: .optimistic, old: #""processTime":"4h""#, new: #""processTime":"9d""#,
      words:
        "work is worked on during 52 % of its lead time, which is rare; is this how work flows, or how it should flow?"),
    Case(
      code: .unrepresentedTeam, old: #",{"name":"B","team":"legal"}"#, new: "",
      words:
        #""legal" does steps, and nobody from it took part; ask someone from it to look at the map, and add them under "participants""#
    ),
    Case(
      code: .overCapacity, old: #""processTime":"4h""#, new: #""processTime":"2d""#,
      words:
        #"demand asks for 125 % of what "own" can do; check people, availability, process times and demand; otherwise its queue grows without end"#
    ),
    Case(
      code: .noCustomer, old: #""customers":["C"],"#, new: "",
      words: #"the map does not say who receives the work; add "customers""#),
    Case(
      code: .noSource, old: #""sources":["S"],"#, new: "",
      words: #"the map does not say where work comes from; add "sources""#),
    Case(
      code: .noDone, old: #""doneWhen":"D","#, new: "",
      words: #"the map does not say when work is done; add "doneWhen""#),
    Case(
      code: .unusedStep, old: #""rework""#, new: #""workTypes":{"post":{"steps":["copy"]}},"rework""#,
      words: #"no work type takes the step "approval"; add it to a work type's "steps", or remove it"#),
    Case(
      code: .replacesLost, old: #""id":"approval","#, new: #""id":"approval","replaces":["sign-off"],"#,
      words: #""approval" replaces steps that stood for "fax" before; write "replaces": ["fax", "sign-off"]"#),
    Case(
      code: .unknownTarget, old: #""step":"approval""#, new: #""step":"aproval""#,
      words: #"there never was a step "aproval"; did you mean "approval"?"#),
    Case(
      code: .overdueAction, old: "", new: "",
      words: #""slots" was due on 2026-10-01 and is neither adopted nor rejected; set its "status", or a new "due""#),
    Case(
      code: .undefinedTerm, old: #""name":"Copy""#, new: #""name":"Copy for MQL""#,
      words: #"the glossary does not explain "MQL"; add it to "glossary""#),
  ]

  private func problems(_ text: String, _ state: Provenance.State = .current) throws -> [Problem] {
    var before = Step(id: "sign-off", name: "Sign-off")
    before.replaces = ["fax"]
    let context = CheckContext(
      state: state, previous: ValueStreamMap(title: "T", steps: [before]), today: Day("2026-11-22"))
    return MapReader.read(Array(text.utf8), context: context).problems
  }

  @Test("Each code has its words, and the severity that goes with it", arguments: cases)
  func words(_ example: Case) throws {
    var text = Self.sound.replacing(example.old, with: example.new, maxReplacements: 1)
    if example.code == .queueWithoutDemand { text = text.replacing(#""waitTime":"2d""#, with: #""queue":10"#) }
    let found = try problems(text).filter { $0.code == example.code }
    #expect(found.map(\.sentence) == [example.words])
  }

  @Test("No code is left without an example")
  func complete() {
    #expect(Set(Self.cases.map(\.code)) == Set(Problem.Code.allCases))
  }

  @Test("A sound map has one overdue action and nothing else; adopted, it has none")
  func sound() throws {
    #expect(try problems(Self.sound).map(\.code) == [.overdueAction])
    #expect(try problems(Self.sound.replacing("testing", with: "adopted")).isEmpty)
  }

  @Test("A future state needs no basis and may be busy")
  func future() throws {
    let text = Self.sound.replacing(#","basis":"guess""#, with: "").replacing("testing", with: "adopted")
      .replacing(#""processTime":"4h""#, with: #""processTime":"9d""#).replacing(#""items":5"#, with: #""items":0.5"#)
    #expect(Set(try problems(text).map(\.code)) == [.optimistic, .missingBasis])
    #expect(try problems(text, .future).isEmpty)
  }
}
