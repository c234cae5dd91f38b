import CanonicalJSON
import TestSupport
import Testing

extension Proofs {
  @Suite("Reading and writing are inverse")
  struct RoundTrips {
    @Test("on a million random documents, in canonical, compact and any other spelling")
    func millionDocuments() {
      let seed = UInt64.random(in: 0...UInt64.max)
      var source = RandomJSON(seed: seed)
      for number in 0..<caseCount(1_000_000) {
        let value = source.value(depth: 3)
        let canonical = value.canonicalBytes
        let compact = value.compactBytes
        let loose = LooseWriter.bytes(value, seed: source.random.next())
        let holds =
          isSound(canonical, states: value, canonical) && isSound(compact, states: value, canonical)
          && isSound(loose, states: value, canonical) && withoutWhitespace(canonical) == compact
        guard holds else {
          Issue.record("seed \(seed), document \(number): \(String(decoding: loose, as: UTF8.self))")
          return
        }
      }
    }

    private func isSound(_ bytes: [UInt8], states value: JSON, _ canonical: [UInt8]) -> Bool {
      let (document, problems) = JSONDocument.read(bytes)
      guard problems.isEmpty, let json = document?.root.json else { return false }
      return json == value && json.canonicalBytes == canonical
    }

    private func withoutWhitespace(_ bytes: [UInt8]) -> [UInt8] {
      var isInText = false
      var isEscaped = false
      return bytes.filter { byte in
        defer { isEscaped = isInText && !isEscaped && byte == UInt8(ascii: "\\") }
        if byte == UInt8(ascii: "\""), !isEscaped { isInText.toggle() }
        return isInText || (byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\n"))
      }
    }
  }
}
