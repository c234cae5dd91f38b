/// Tells a map from somebody else's `current.json` without reading it as a map: does its root say `"format": "vsm-map/…"`?
func claimsToBeMap(_ bytes: [UInt8]) -> Bool {
  let key = Array("\"format\"".utf8)
  let value = Array("\"vsm-map/".utf8)
  var depth = 0
  var place = 0
  func skipSpace() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }
  while place < bytes.count {
    switch bytes[place] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    case UInt8(ascii: "\""):
      let isKey = depth == 1 && bytes[place...].starts(with: key)
      place += 1
      while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      if isKey {
        place += 1
        skipSpace()
        if place < bytes.count, bytes[place] == UInt8(ascii: ":") {
          place += 1
          skipSpace()
          return place < bytes.count && bytes[place...].starts(with: value)
        }
        continue
      }
    default: break
    }
    place += 1
  }
  return false
}
