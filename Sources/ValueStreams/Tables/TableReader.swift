/// Reads a table of separated values (RFC 4180) as its bytes come in, a row at a time, with the place of every field.
///
/// What programs write is read: comma, semicolon or tab, found out from the first row or an Excel line `sep=;`; rows that
/// end in LF, CR LF or CR; a byte-order mark; Windows-1252 as well as UTF-8 (see ``TableRow/text(_:)``). Memory holds one
/// row. Nothing is thrown: what is broken comes as a fault of the row it is in, so that a caller can tell all of it.
///
///     var reader = TableReader()
///     while let chunk = next() { try reader.read(chunk.span) { row in … } }
///     try reader.finish { row in … }
package struct TableReader {
  /// The longest row, in bytes. A quotation mark that nobody closes runs into it at the latest.
  package static let rowLimit = 16 << 20
  /// How many bytes are gathered before the separator is decided on.
  private static let headLength = 1 << 16

  private enum State { case fieldStart, plain, quoted, quoteInQuoted, afterQuoted }

  /// What separates fields; nil until enough has come in to tell.
  package private(set) var separator: UInt8?
  private let separatorWanted: UInt8?
  private var head: [UInt8] = []
  private var row = TableRow()
  private var field = TableRow.Field(start: 0)
  private var state = State.fieldStart
  /// The row before ended in CR: an LF that follows belongs to it.
  private var isAfterReturn = false
  /// A fault after which nothing can be read.
  private var hasStopped = false

  /// With a `separator`, nothing is guessed.
  package init(separator: UInt8? = nil) {
    separatorWanted = separator
  }

  /// Takes the next bytes of the file, in chunks of any size, and hands out the rows that are complete with them.
  ///
  /// A row is good beyond the call, but keeping it costs a copy of its bytes.
  package mutating func read<Failure: Error>(
    _ bytes: Span<UInt8>, _ each: (TableRow) throws(Failure) -> Void
  ) throws(Failure) {
    if hasStopped {
      return
    } else if separator == nil {
      bytes.withUnsafeBufferPointer { head.append(contentsOf: $0) }
      if head.count >= Self.headLength { try readHead(each) }
    } else {
      try parse(bytes, each)
    }
  }

  /// Hands out what is left at the end of the file.
  package mutating func finish<Failure: Error>(_ each: (TableRow) throws(Failure) -> Void) throws(Failure) {
    if separator == nil { try readHead(each) }
    guard !hasStopped, state != .fieldStart || !row.fields.isEmpty else { return }
    if state == .quoted { row.note(.unclosedQuote, at: field.start - 1) }
    try endRow(each)
  }

  private mutating func readHead<Failure: Error>(_ each: (TableRow) throws(Failure) -> Void) throws(Failure) {
    let head = head
    self.head = []
    let start = TableStart(head, separator: separatorWanted)
    separator = start.separator
    row.line = start.line
    if let refusal = start.refusal {
      row.note(refusal, at: 0)
      try stop(each)
    } else {
      try parse(head.span.extracting(droppingFirst: start.length), each)
    }
  }

  private mutating func parse<Failure: Error>(
    _ bytes: Span<UInt8>, _ each: (TableRow) throws(Failure) -> Void
  ) throws(Failure) {
    let separator = separator ?? UInt8(ascii: ",")
    var index = 0
    // `bytes[kept...]` are not in the row yet; `shift` turns an index of `bytes` into one of the row.
    var kept = 0
    var shift = row.bytes.count
    while index < bytes.count, !hasStopped {
      let byte = bytes[index]
      let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if isAfterReturn {
        isAfterReturn = false
        if byte == UInt8(ascii: "\n") {
          index += 1
          kept = index
          shift = -index
          continue
        }
      }
      switch state {
      case .fieldStart where byte == UInt8(ascii: "\""):
        field.start = index + shift + 1
        state = .quoted
      case .quoted:
        if byte == UInt8(ascii: "\"") {
          field.end = index + shift
          state = .quoteInQuoted
        } else if isLineEnd {
          row.hasLineBreaks = true
        }
      case .quoteInQuoted where byte == UInt8(ascii: "\""):
        field.hasDoubledQuotes = true
        state = .quoted
      case _ where byte == separator || isLineEnd:
        if state == .fieldStart || state == .plain { field.end = index + shift }
        state = .fieldStart
        if byte == separator {
          row.fields.append(field)
          field = TableRow.Field(start: index + shift + 1)
        } else {
          row.append(bytes.extracting(kept..<index))
          isAfterReturn = byte == UInt8(ascii: "\r")
          try endRow(each)
          kept = index + 1
          shift = -kept
        }
      case .fieldStart: state = .plain
      case .quoteInQuoted:
        row.note(.textAfterQuote, at: index + shift)
        state = .afterQuoted
      case .plain, .afterQuoted: break
      }
      index += 1
    }
    row.append(bytes.extracting(kept..<bytes.count))
    if row.bytes.count > Self.rowLimit {
      row.note(state == .quoted ? .unclosedQuote : .rowTooLong, at: state == .quoted ? field.start - 1 : 0)
      try stop(each)
    }
  }

  /// Ends the last field and the row, hands it out unless the line was empty, and begins the next.
  private mutating func endRow<Failure: Error>(_ each: (TableRow) throws(Failure) -> Void) throws(Failure) {
    if field.end < field.start || state == .quoted || state == .plain { field.end = row.bytes.count }
    row.fields.append(field)
    row.placeFaults()
    defer {
      row.startNext()
      field = TableRow.Field(start: 0)
      state = .fieldStart
    }
    if !row.bytes.isEmpty { try each(row) }
  }

  private mutating func stop<Failure: Error>(_ each: (TableRow) throws(Failure) -> Void) throws(Failure) {
    hasStopped = true
    row.placeFaults()
    try each(row)
  }
}

extension TableReader {
  /// All rows of a whole file; for files that fit in memory.
  package static func rows(of bytes: [UInt8], separator: UInt8? = nil) -> [TableRow] {
    var reader = TableReader(separator: separator)
    var rows: [TableRow] = []
    reader.read(bytes.span) { rows.append($0) }
    reader.finish { rows.append($0) }
    return rows
  }
}
