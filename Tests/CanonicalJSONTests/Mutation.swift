import TestSupport

/// Documents that were sound or nearly so, damaged at random.
struct Mutation {
  private var source: RandomJSON
  private var random: SeededGenerator
  private var previous: [UInt8] = Array("{}".utf8)

  init(seed: UInt64) {
    source = RandomJSON(seed: seed)
    random = SeededGenerator(seed: seed &+ 1)
  }

  /// A document with up to four injuries; one in five has none.
  mutating func next() -> [UInt8] {
    var bytes =
      Int.random(in: 0...3, using: &random) == 0
      ? Slip.all.randomElement(using: &random)?.bytes ?? []
      : LooseWriter.bytes(source.value(depth: 3), seed: random.next())
    let whole = bytes
    for _ in 0..<Int.random(in: 0...4, using: &random) { injure(&bytes) }
    previous = whole
    return bytes
  }

  private mutating func injure(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let length = min(Int.random(in: 1...8, using: &random), bytes.count - place)
    switch Int.random(in: 0...6, using: &random) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
    case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.removeSubrange(place..<place + length)
    case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
    case 4:
      let cut = Int.random(in: 0...previous.count, using: &random)
      bytes.replaceSubrange(place..<place + length, with: previous[cut..<min(previous.count, cut + 20)])
    case 5: bytes.removeSubrange(place...)
    default: bytes.insert(contentsOf: Mutation.tokens.randomElement(using: &random)?.utf8 ?? "".utf8, at: place)
    }
  }

  private static let tokens = [
    "{", "}", "[", "]", ":", ",", "\"", "'", "\\", "\\u", "\\ud83d", "\\udc00", "\\uffff", "\u{FEFF}", "\u{A0}", "“",
    "”", "//",
    "/*", "#", "-", "+", ".", "e", "0", "1e999", "9007199254740993", "null", "True", "NaN", "{\"a\":1,\"a\":2}",
    "<<<<<<<",
    "\t", "\n", "\u{0}", ";", "=",
  ]
}
