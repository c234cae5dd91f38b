/// A whole number of any size in binary, to see how many bits it needs.
struct WholeNumber {
  /// Least significant first.
  private var limbs: [UInt64] = []

  /// `literal` consists of digits after an optional minus sign. One past the largest double (309 digits) never gets here.
  init(_ literal: UnsafeBufferPointer<UInt8>) {
    for byte in literal where byte != ASCII.minus {
      var carry = UInt64(byte - ASCII.zero)
      for index in limbs.indices {
        let (high, low) = limbs[index].multipliedFullWidth(by: 10)
        let (sum, overflow) = low.addingReportingOverflow(carry)
        limbs[index] = sum
        carry = high + (overflow ? 1 : 0)
      }
      if carry > 0 { limbs.append(carry) }
    }
  }

  /// From the highest bit that is set to the lowest; a double has room for 53.
  var significantBits: Int {
    guard let top = limbs.last, let lowest = limbs.firstIndex(where: { $0 != 0 }) else { return 0 }
    let width = limbs.count * 64 - top.leadingZeroBitCount
    return width - (lowest * 64 + limbs[lowest].trailingZeroBitCount)
  }
}
