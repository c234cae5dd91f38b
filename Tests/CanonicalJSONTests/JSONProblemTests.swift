import CanonicalJSON
import Testing

@Suite("What is wrong with a file, where, and how to mend it")
struct JSONProblemTests {
  @Test("every slip has its place, its reason and its remedy", arguments: Slip.all)
  func slip(_ slip: Slip) {
    let (_, problems) = JSONDocument.read(slip.bytes)
    let lines = problems.map { "\($0.position): \($0.pointer): \($0.message); \($0.remedy)" }
    #expect(lines == slip.lines)
  }
}
