/// The encoding in which spreadsheet programs of western Europe and America save CSV files.
enum Windows1252 {
  /// The characters of bytes 0x80 to 0x9F; all others are those of Latin-1, as are the five bytes that Windows leaves free
  /// (WHATWG Encoding, index-windows-1252).
  private static let special: [UInt32] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// Every byte is a character.
  static func decode(_ bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let isSpecial = (0x80...0x9F).contains(byte)
      if isSpecial, let scalar = Unicode.Scalar(special[Int(byte) - 0x80]) {
        text.append(scalar)
      } else {
        text.append(Unicode.Scalar(byte))
      }
    }
    return String(text)
  }
}
