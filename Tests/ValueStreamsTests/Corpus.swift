import CanonicalJSON
import Foundation
import Testing
import ValueStreams

/// Small good and bad documents, each with the problems that `check` finds; `Tests/Checks/schema.py` holds the same
/// documents against the JSON Schema, with a validator that is not ours.
enum Corpus {
  struct Entry: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    /// With an error in it: the errors. Otherwise the warnings and notes.
    var codes: Set<String>
    var state: Provenance.State
    var previous: [UInt8]?

    var testDescription: String { name }
  }

  /// Empty when the file cannot be read, which a test of its own reports.
  static let entries: [Entry] = lines().compactMap(entry)

  private static func lines() -> [[UInt8]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus/documents.jsonl")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return data.split(separator: UInt8(ascii: "\n")).map(Array.init)
  }

  private static func entry(_ line: [UInt8]) -> Entry? {
    guard let root = JSONDocument.read(line).document?.root, let name = root["name"]?.text,
      let codes = root["codes"]?.elements.compactMap(\.text?.string)
    else { return nil }
    let bytes = root["text"]?.text.map { Array($0.string.utf8) } ?? root["document"]?.json.compactBytes
    guard let bytes else { return nil }
    return Entry(
      name: name.string, bytes: bytes, codes: Set(codes),
      state: root["state"]?.text == "future" ? .future : .current,
      previous: root["previous"]?.json.compactBytes)
  }
}

@Suite("The corpus of documents") struct CorpusTests {
  @Test("Every line of the file is an entry, and the names tell them apart")
  func isComplete() {
    #expect(Corpus.entries.count >= 150)
    #expect(Set(Corpus.entries.map(\.name)).count == Corpus.entries.count)
  }

  @Test("Every code that a check can give stands in the corpus")
  func coversTheCodes() {
    let covered = Corpus.entries.reduce(into: Set<String>()) { $0.formUnion($1.codes) }
    #expect(Set(Problem.Code.allCases.map(\.rawValue)) == covered)
  }

  @Test("A check finds exactly the problems that stand beside a document", arguments: Corpus.entries)
  func check(_ entry: Corpus.Entry) {
    let context = CheckContext(
      state: entry.state, previous: entry.previous.flatMap { MapReader.read($0).map },
      today: Day(year: 2026, month: 9, day: 30))
    let reading = MapReader.read(entry.bytes, context: context)
    let errors = reading.problems.filter { $0.severity == .error }
    let found = errors.isEmpty ? reading.problems : errors
    #expect(Set(found.map(\.code.rawValue)) == entry.codes)
    #expect((reading.map == nil) == !errors.isEmpty)
  }

  @Test("A valid document in canonical form reads as the same map and stays as it is", arguments: Corpus.entries)
  func canonical(_ entry: Corpus.Entry) throws {
    guard let map = MapReader.read(entry.bytes).map else {
      #expect(!entry.codes.isDisjoint(with: Problem.Code.allCases.filter { $0.severity == .error }.map(\.rawValue)))
      return
    }
    let again = try #require(MapReader.read(map.canonicalBytes).map)
    #expect(again == map)
    #expect(again.canonicalBytes == map.canonicalBytes)
  }
}
