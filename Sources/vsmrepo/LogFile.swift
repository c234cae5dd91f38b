import Console
import Measuring
import Rendering

/// Reads an event log of any size: a table or XES, told apart by how it begins.
struct LogFile {
  let path: String
  let options: TableLog.Options

  /// - Throws: ``MeasuringError``; what is wrong with single rows has been said on standard error by then.
  func read(_ global: GlobalOptions) throws -> EventLog {
    // Each is changed where it stands, so that what was read is never copied.
    var table: TableLog?
    var xes: XESLog?
    let progress = Progress("Reading \(path)")
    defer { progress.end() }
    var done = 0
    do {
      try InputFile.read(path, inChunksOf: 1 << 20) { bytes, size in
        if done == 0 {
          if try Self.isXML(bytes) {
            xes = XESLog(options.timestamps, keys: options.columns, skipsInvalid: options.skipsInvalid)
          } else {
            table = TableLog(options)
          }
        }
        done += bytes.count
        try table?.read(bytes)
        try xes?.read(bytes)
        progress.show(done, of: size)
      }
      if let table { return try table.finish() }
      if let xes { return try xes.finish() }
      throw MeasuringError.empty
    } catch {
      guard case MeasuringError.log(let problems, let more) = error else { throw error }
      progress.end()
      try tell(problems, more)
      throw Ending(status: .invalidData)
    }
  }

  private static func isXML(_ bytes: Span<UInt8>) throws(MeasuringError) -> Bool {
    let head = bytes.extracting(first: 512).withUnsafeBufferPointer { Array($0) }
    if head.starts(with: [0x1F, 0x8B]) { throw .compressed }
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    return text.first { $0 > UInt8(ascii: " ") } == UInt8(ascii: "<")
  }

  /// `tickets.csv:14:21: "soon" is not a date and time; write it as …`
  private func tell(_ problems: [LogProblem], _ more: Int) throws {
    for problem in problems {
      Output.note(visibleLine("\(path):\(problem.position): \(problem.sentence)"))
    }
    let count = Numbers.counted(problems.count + more, "problem")
    let rest = more > 0 ? "; only the first \(problems.count) are listed" : ""
    Output.note("error: \(visibleLine(path)) has \(count)\(rest). Nothing was written.")
    Output.note("Mend them, or leave such rows out with --skip-invalid.")
  }
}
