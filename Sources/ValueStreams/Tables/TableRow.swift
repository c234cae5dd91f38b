package import CanonicalJSON

/// A row of a table: its fields as bytes, as text where asked for, and where each of them stands.
package struct TableRow: Sendable {
  /// A field's contents in the bytes of its row, without the quotation marks around it.
  struct Field: Equatable, Sendable {
    var start: Int
    var end = 0
    /// Whether `""` stands in it for a quotation mark.
    var hasDoubledQuotes = false
  }

  /// The row as a spreadsheet counts it, from 1: empty lines count, line breaks inside a field do not.
  package internal(set) var number = 1
  /// The line of the file at which it starts, from 1.
  package internal(set) var line = 1
  /// What is wrong with how it is written; empty for a sound row.
  package private(set) var faults: [TableFault] = []
  /// As it stands in the file, without the line end.
  private(set) var bytes: [UInt8] = []
  var fields: [Field] = []
  /// Whether a quoted field holds a line break.
  var hasLineBreaks = false

  /// How many fields it has.
  package var count: Int { fields.count }

  /// Whether nothing but white space stands in any field, as in the rows that spreadsheets add at the end.
  package var isBlank: Bool {
    fields.indices.allSatisfy { self[$0].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }
  }

  /// The bytes of a field, in the encoding of the file; empty where the row has no such field.
  package subscript(index: Int) -> ArraySlice<UInt8> {
    guard fields.indices.contains(index) else { return [] }
    let field = fields[index]
    let slice = bytes[field.start..<field.end]
    return field.hasDoubledQuotes ? Self.withSingleQuotes(slice) : slice
  }

  /// A field as text: UTF-8 where it is UTF-8, else Windows-1252, which is decided field by field since a file may be far
  /// too long to look at twice. Hardly any text in Windows-1252 happens to be UTF-8 as well.
  package func text(_ index: Int) -> String {
    let slice = self[index]
    return String(validating: slice, as: UTF8.self) ?? Windows1252.decode(slice)
  }

  /// Whether a field stands in quotation marks, so that every space in it is meant.
  package func isQuoted(_ index: Int) -> Bool {
    guard fields.indices.contains(index), fields[index].start > 0 else { return false }
    return bytes[fields[index].start - 1] == UInt8(ascii: "\"")
  }

  /// Where a field starts; the end of the row where it has no such field.
  package func position(_ index: Int) -> JSONPosition {
    guard fields.indices.contains(index) else { return position(ofByte: bytes.count) }
    return position(ofByte: fields[index].start - (isQuoted(index) ? 1 : 0))
  }

  private func position(ofByte offset: Int) -> JSONPosition {
    let before = bytes[..<offset]
    let lines = Self.lineBreaks(before)
    let start = lines == 0 ? 0 : (before.lastIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? -1) + 1
    let lineSoFar = before[start...]
    let column = String(validating: lineSoFar, as: UTF8.self)?.unicodeScalars.count ?? lineSoFar.count
    return JSONPosition(line: line + lines, column: column + 1)
  }

  /// LF, CR and CR LF each count once.
  private static func lineBreaks(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && previous != UInt8(ascii: "\r")) { count += 1 }
      previous = byte
    }
    return count
  }

  private static func withSingleQuotes(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isSecond = false
    for byte in bytes {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if byte != UInt8(ascii: "\"") || isSecond { result.append(byte) }
    }
    return result[...]
  }

  // MARK: Filling

  mutating func append(_ more: Span<UInt8>) {
    more.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// Notes a fault at a byte of the row, which may not have been appended yet.
  mutating func note(_ kind: TableFault.Kind, at offset: Int) {
    faults.append(TableFault(kind: kind, offset: offset, position: JSONPosition(line: line, column: 1)))
  }

  /// The faults with their final places; to be called when all bytes are there.
  mutating func placeFaults() {
    for index in faults.indices { faults[index].position = position(ofByte: min(faults[index].offset, bytes.count)) }
  }

  /// Empties the row for the one after it, keeping its memory.
  mutating func startNext() {
    number += 1
    line += 1 + (hasLineBreaks ? Self.lineBreaks(bytes[...]) : 0)
    hasLineBreaks = false
    faults.removeAll()
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
  }
}
