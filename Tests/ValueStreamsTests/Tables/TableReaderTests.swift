import CanonicalJSON
import TestSupport
import Testing

@testable import ValueStreams

@Suite("Tables of separated values")
struct TableReaderTests {
  private func texts(_ document: String, separator: UInt8? = nil) -> [[String]] {
    TableReader.rows(of: Array(document.utf8), separator: separator).map { row in (0..<row.count).map(row.text) }
  }

  @Test("Comma, semicolon and tab are told apart by the first row; a line sep= and the caller have the last word")
  func separators() {
    #expect(texts("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
    #expect(texts("a;b\n1,5;2\n") == [["a", "b"], ["1,5", "2"]])
    #expect(texts("a\tb,c\td\n") == [["a", "b,c", "d"]])
    #expect(texts("\"a,b,c\";d;e\n") == [["a,b,c", "d", "e"]])
    #expect(texts("sep=|\r\na|b\r\n") == [["a", "b"]])
    #expect(texts("a;b,c\n", separator: UInt8(ascii: ",")) == [["a;b", "c"]])
    #expect(texts("step\nReview\n") == [["step"], ["Review"]])
  }

  @Test("Rows end in LF, CR LF or CR, the last in nothing; empty lines are no rows but count")
  func lineEnds() {
    for end in ["\n", "\r\n", "\r"] {
      let rows = TableReader.rows(of: Array("a,b\(end)\(end)1,\"x\(end)y\"\(end)2,3".utf8))
      #expect(rows.map { row in (0..<row.count).map(row.text) } == [["a", "b"], ["1", "x\(end)y"], ["2", "3"]])
      #expect(rows.map(\.number) == [1, 3, 4])
      #expect(rows.map(\.line) == [1, 3, 5])
    }
    #expect(texts("") == [])
    #expect(texts("\n\n") == [])
    #expect(texts("a,") == [["a", ""]])
    #expect(texts("a,\"\"") == [["a", ""]])
  }

  @Test("A quotation mark inside a field is doubled in a quoted one and plain in any other")
  func quotationMarks() {
    #expect(texts("\"he said \"\"no\"\"\",5\" pipe,\"\"\"\"\n") == [["he said \"no\"", "5\" pipe", "\""]])
  }

  @Test("A byte-order mark is no text; what is not UTF-8 is Windows-1252")
  func encodings() {
    let marked = TableReader.rows(of: [0xEF, 0xBB, 0xBF] + Array("Schritt;Größe\n".utf8))
    #expect(marked.map { [$0.text(0), $0.text(1)] } == [["Schritt", "Größe"]])
    #expect(marked.first?.position(0) == JSONPosition(line: 1, column: 1))
    let windows = TableReader.rows(of: Array("Gr".utf8) + [0xF6, 0xDF] + Array("e;".utf8) + [0x80, 0x20, 0x96, 0x81])
    #expect(windows.map { [$0.text(0), $0.text(1)] } == [["Größe", "€ –\u{81}"]])
    #expect(windows.first?.position(1) == JSONPosition(line: 1, column: 7))
  }

  @Test("What is no text is refused for what it is")
  func refusals() {
    func fault(_ bytes: [UInt8]) -> [TableFault.Kind] { TableReader.rows(of: bytes).flatMap { $0.faults.map(\.kind) } }
    #expect(fault([0x50, 0x4B, 0x03, 0x04, 0x14]) == [.workbook])
    #expect(fault([0xD0, 0xCF, 0x11, 0xE0, 0x00]) == [.workbook])
    #expect(fault([0xFF, 0xFE] + "ab".utf16.flatMap { [UInt8($0), 0] }) == [.wideText])
    #expect(fault("step,wait".utf16.flatMap { [UInt8($0), 0] }) == [.wideText])
    #expect(fault(Array("a,b\n1,\u{0}".utf8)) == [.binary])
  }

  @Test("A fault says where it is, and the other rows are read")
  func faults() {
    let rows = TableReader.rows(of: Array("a,b\n1,\"ö\"x,3\n4,5\n6,\"never closed\n7,8\n".utf8))
    #expect(rows.map { $0.faults.map(\.kind) } == [[], [.textAfterQuote], [], [.unclosedQuote]])
    #expect(rows.flatMap { $0.faults.map(\.position.description) } == ["2:6", "4:3"])
    #expect((0..<3).map(rows[1].text) == ["1", "ö", "3"])
  }

  @Test("A quotation mark that nobody closes ends the reading before the memory does")
  func bounded() {
    var reader = TableReader()
    let chunk = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    var faults: [TableFault.Kind] = []
    reader.read(Array("a,b\n1,\"".utf8).span) { faults += $0.faults.map(\.kind) }
    for _ in 0..<40 { reader.read(chunk.span) { faults += $0.faults.map(\.kind) } }
    reader.finish { faults += $0.faults.map(\.kind) }
    #expect(faults.count == 1)
    #expect(faults.first == .unclosedQuote)
  }

  @Test("However a file is cut into chunks, its rows are the same, with every field where it stands")
  func chunks() throws {
    for seed in 0..<UInt64(caseCount(2000)) {
      var random = SeededGenerator(seed: seed)
      let table = RandomTable(using: &random)
      let whole = TableReader.rows(of: table.bytes, separator: table.separator)
      #expect(whole.map { row in (0..<row.count).map(row.text) } == table.fields, "seed \(seed)")
      #expect(whole.map { row in (0..<row.count).map(row.position) } == table.positions, "seed \(seed)")

      var reader = TableReader(separator: table.separator)
      var pieces: [TableRow] = []
      var rest = table.bytes[...]
      while !rest.isEmpty {
        let chunk = Array(rest.prefix(Int.random(in: 1...9, using: &random)))
        rest = rest.dropFirst(chunk.count)
        reader.read(chunk.span) { pieces.append($0) }
      }
      reader.finish { pieces.append($0) }
      #expect(pieces.map(\.bytes) == whole.map(\.bytes), "seed \(seed)")
      #expect(pieces.map(\.fields) == whole.map(\.fields), "seed \(seed)")
      #expect(pieces.map { [$0.number, $0.line] } == whole.map { [$0.number, $0.line] }, "seed \(seed)")
    }
  }
}
