import CanonicalJSON

/// SVG that grows piece by piece, as bytes: joining strings took a third of the time of a published site.
struct SVGText: ~Copyable {
  private var buffer = ByteBuffer(capacity: 1 << 17)

  var string: String { buffer.string }

  /// Appends what this program itself says, as it stands.
  mutating func add(_ markup: StaticString) { buffer.append(markup) }

  /// Appends what this program itself says, as it stands: a colour, a class.
  mutating func add(markup: String) { buffer.append(markup) }

  /// Appends text from anywhere, escaped.
  mutating func add(text: String) { LegibleText.append(text, to: &buffer) }

  /// Appends what this program itself says, and a number.
  mutating func add(_ markup: StaticString, _ value: Double) {
    buffer.append(markup)
    add(number: value)
  }

  /// Appends a number with at most two decimals, no exponent, no negative zero; 0 for what is none or past all measure.
  mutating func add(number value: Double) {
    guard value.isFinite, abs(value) < 1e12 else { return buffer.append("0") }
    let hundredths = Int((value * 100).rounded())
    if hundredths < 0 { buffer.append(UInt8(ascii: "-")) }
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    buffer.append(decimal: UInt64(whole))
    if part == 0 { return }
    buffer.append(UInt8(ascii: "."))
    buffer.append(UInt8(ascii: "0") + UInt8(part / 10))
    if part % 10 != 0 { buffer.append(UInt8(ascii: "0") + UInt8(part % 10)) }
  }
}
