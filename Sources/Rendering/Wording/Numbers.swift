/// Figures as people read them: a true minus sign, a space before the percent sign, no needless digits.
package enum Numbers {
  package static let minus = "−"

  /// `places` decimals, without zeros at the end: `2`, `0.5`, `−3.25`. Never `−0`.
  package static func decimal(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return (value < 0 ? minus : "") + "\(abs(value))" }
    guard scaled > 0 else { return "0" }
    var digits = String(Int(scaled))
    digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = digits.dropLast(places)
    let fraction = digits.suffix(places).reversed().drop { $0 == "0" }.reversed()
    return (value < 0 ? minus : "") + whole + (fraction.isEmpty ? "" : "." + String(fraction))
  }

  /// A count that may be a mean over work types: two decimals at most.
  package static func count(_ value: Double) -> String {
    decimal(value, places: 2)
  }

  /// `29.98` as `30 %`, `4.21` as `4.2 %`: whole percents from ten on.
  package static func percent(_ value: Double) -> String {
    decimal(value, places: abs(value) < 9.95 ? 1 : 0) + " %"
  }

  /// With `+` or `−` in front; `±0` for no change.
  package static func signed(_ value: Double, _ text: (Double) -> String) -> String {
    let magnitude = text(abs(value))
    guard magnitude.contains(where: { ("1"..."9").contains($0) }) else { return "±" + magnitude }
    return (value < 0 ? minus : "+") + magnitude
  }

  /// `1,000,000`.
  package static func grouped(_ count: Int) -> String {
    let digits = String(count.magnitude)
    var result = count < 0 ? minus : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// `1 handoff`, `3 handoffs`.
  package static func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count) " + (count == 1 ? noun : plural ?? noun + "s")
  }
}
