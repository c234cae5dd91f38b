import CanonicalJSON
import Changes
import Foundation
import ValueStreams

// What is measured inside one process: usage `InProcess MAP LATER [NAME...]`, with names to measure
// only those. Prints a line for each piece of work: name, median and best in
// milliseconds, and megabytes a second where bytes are read or written.

/// The bytes of a file, and the map in them.
func load(_ path: String) throws -> (bytes: [UInt8], map: ValueStreamMap) {
  let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  guard let map = MapReader.read(bytes).map else { throw CocoaError(.fileReadCorruptFile) }
  return (bytes, map)
}

func report(_ name: String, bytes: Int? = nil, _ work: () throws -> Void) rethrows {
  guard only.isEmpty || only.contains(name) else { return }
  let watch = try Stopwatch(work)
  let speed = bytes.map { String(format: "\t%.0f", Double($0) / watch.median / 1000) } ?? ""
  print(String(format: "%@\t%.3f\t%.3f%@", name, watch.median, watch.best, speed))
}

/// Keeps the optimiser from leaving work out whose result nobody reads.
@inline(never)
func keep<Value>(_ value: Value) {}

let paths = CommandLine.arguments.dropFirst()
guard paths.count >= 2 else {
  print("usage: InProcess MAP LATER [NAME...]")
  exit(64)
}
let only = Set(paths.dropFirst(2))
let before = try load(paths[1])
let after = try load(paths[2])
let size = before.bytes.count

report("read JSON", bytes: size) { keep(JSONDocument.read(before.bytes)) }
report("read map", bytes: size) { keep(MapReader.read(before.bytes)) }
report("write map", bytes: size) { keep(before.map.canonicalBytes) }
try report("Foundation: decode map", bytes: size) {
  keep(try JSONDecoder().decode(PlainMap.self, from: Data(before.bytes)))
}
let plain = try JSONDecoder().decode(PlainMap.self, from: Data(before.bytes))
let encoder = JSONEncoder()
encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
try report("Foundation: encode map", bytes: size) { keep(try encoder.encode(plain)) }
try report("Foundation: JSONSerialization", bytes: size) {
  keep(try JSONSerialization.jsonObject(with: Data(before.bytes)))
}
try report("figures") { keep(try MeasuredMap(before.map)) }
try report("difference of maps") { keep(try Difference(from: before.map, to: after.map)) }
let measured = (try MeasuredMap(before.map), try MeasuredMap(after.map))
report("difference of measured maps") { keep(Difference(from: measured.0, to: measured.1)) }
report("merge") { keep(Merge(base: before.map, ours: after.map, theirs: before.map)) }
