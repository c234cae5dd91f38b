import CanonicalJSON
import TestSupport
import Testing

@Suite("Members of an object")
struct MembersTests {
  @Test("they behave as a dictionary in key order, whatever is done to them")
  func againstDictionary() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let keys = (0..<12).map { Text("k\($0 * 7 % 12)") }
    for _ in 0..<caseCount(40_000) {
      var pairs: [(key: Text, value: Int)] = []
      for place in 0..<Int.random(in: 0...40, using: &random) {
        if let key = keys.randomElement(using: &random) { pairs.append((key: key, value: place)) }
      }
      var members = Members(pairs)
      var model = Dictionary(pairs.map { ($0.key, $0.value) }) { $1 }
      for value in 100..<106 {
        guard let key = keys.randomElement(using: &random) else { continue }
        let new = Bool.random(using: &random) ? value : nil
        members[key] = new
        model[key] = new
      }
      #expect(members.keys == model.keys.sorted(), "seed \(seed)")
      #expect(members.allSatisfy { model[$0.key] == $0.value } && members.count == model.count, "seed \(seed)")
      #expect(keys.allSatisfy { members[$0] == model[$0] }, "seed \(seed)")
      #expect(members.mapValues { $0 + 1 }.values == members.values.map { $0 + 1 })
    }
  }

  @Test("two objects that state the same are equal, in whatever order they were written")
  func equality() {
    let one: Members<JSON> = ["a": 1, "b": ["x": nil]]
    let other: Members<JSON> = ["b": ["x": nil], "a": 1]
    #expect(one == other && one.hashValue == other.hashValue)
    #expect(one != ["a": 1])
    #expect(one != ["a": 1, "b": ["x": false]])
  }

  @Test("of two values for one key the later counts")
  func later() {
    let members: Members<Int> = ["a": 1, "b": 2, "a": 3]
    #expect(members.keys == ["a", "b"] && members["a"] == 3)
  }
}
