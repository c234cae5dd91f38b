/// What somebody asks for: an address, as a page or as its twin for programs, and the fields of a form.
package struct PageRequest: Hashable, Sendable {
  package enum Form: Sendable { case page, twin }

  package var address: PageAddress
  package var form: Form
  /// Fields of the query that were filled in, decoded; of a repeated field every value.
  package var fields: [String: [String]]

  package init(_ address: PageAddress, _ form: Form = .page, fields: [String: [String]] = [:]) {
    self.address = address
    self.form = form
    self.fields = fields
  }

  /// The longest target that is looked at, in bytes.
  package static let targetLimit = 2048
  private static let fieldLimit = 32

  /// Reads the target of a request line, `/content/v5.json?kind=wait`; nil for one that names nothing.
  package init?(target: String) {
    guard target.utf8.count <= Self.targetLimit, target.hasPrefix("/") else { return nil }
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var components: [String] = []
    for part in parts[0].dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let text = Self.decoded(part) else { return nil }
      components.append(text)
    }
    // A slash at the end is a habit, not another page.
    if components.last?.isEmpty == true { components.removeLast() }
    if let address = PageAddress(components), !address.isPage {
      self.init(address, .page)
      return
    }
    var form = Form.page
    if let last = components.last, last.hasSuffix(".json") {
      form = .twin
      components[components.count - 1] = String(last.dropLast(".json".count))
      if components == ["index"] { components = [] }
    }
    guard let address = PageAddress(components) else { return nil }
    var fields: [String: [String]] = [:]
    if parts.count > 1 {
      for pair in parts[1].split(separator: "&").prefix(Self.fieldLimit) {
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = Self.decoded(sides[0], plusIsSpace: true),
          let value = sides.count > 1 ? Self.decoded(sides[1], plusIsSpace: true) : ""
        else { return nil }
        if !value.isEmpty { fields[name, default: []].append(value) }
      }
    }
    self.init(address, form, fields: fields)
  }

  /// Percent signs decoded; nil where that leaves no text.
  private static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard rest.count >= 2, let high = Character(Unicode.Scalar(rest.removeFirst())).hexDigitValue,
          let low = Character(Unicode.Scalar(rest.removeFirst())).hexDigitValue
        else { return nil }
        bytes.append(UInt8(high * 16 + low))
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
