import CanonicalJSON
import TestSupport
import Testing

@Suite("Numbers as ECMAScript writes them")
struct ES6NumberTests {
  @Test(
    "the samples of RFC 8785, appendix B",
    arguments: [
      (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"),
      (0x0000_0000_0000_0001, "5e-324"), (0x8000_0000_0000_0001, "-5e-324"),
      (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"), (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"),
      (0x4340_0000_0000_0000, "9007199254740992"), (0xC340_0000_0000_0000, "-9007199254740992"),
      (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
      (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"),
      (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"), (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"),
      (0x444B_1AE4_D6E2_EF50, "1e+21"),
      (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
      (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
      (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
      (0x41B3_DE43_5555_5557, "333333333.33333343"),
      (0xBECB_F647_612F_3696, "-0.0000033333333333333333"), (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
    ] as [(UInt64, String)])
  func appendixB(bits: UInt64, expected: String) {
    #expect(ES6Number.text(Double(bitPattern: bits)) == expected)
  }

  @Test("what is no number becomes null, as JSON.stringify has it", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    #expect(ES6Number.text(value) == "null")
  }
}

extension Proofs {
  @Suite("Numbers against ECMAScript")
  struct Numbers {
    @Test("a million doubles are written as ECMAScript writes them")
    func writing() throws {
      let seed = UInt64.random(in: 0...UInt64.max)
      let doubles = SampleNumbers(seed: seed).doubles(caseCount(1_000_000))
      let bytes = doubles.withUnsafeBytes { Array($0) }
      let answer = try ECMAScript.run(
        """
        const texts = [];
        for (let i = 0; i < input.length; i += 8) texts.push(String(input.readDoubleLE(i)));
        print(texts.join("\\n"));
        """, on: bytes)
      let expected = String(decoding: answer, as: UTF8.self).split(separator: "\n")
      try #require(expected.count == doubles.count)
      let differences = zip(doubles, expected).filter { ES6Number.text($0) != $1 }
      #expect(differences.isEmpty, "seed \(seed): \(differences.prefix(5))")
    }

    @Test("a million literals, halfway cases among them, are read as ECMAScript reads them")
    func reading() throws {
      let seed = UInt64.random(in: 0...UInt64.max)
      let literals = SampleNumbers(seed: seed).literals(caseCount(1_000_000))
      let text = Array("[\(literals.joined(separator: ","))]".utf8)
      let answer = try ECMAScript.run(
        "print(Buffer.from(Float64Array.from(JSON.parse(input.toString())).buffer));", on: text)
      let expected = answer.withUnsafeBytes { Array($0.bindMemory(to: UInt64.self)) }
      // One document at a time, so that no file passes 16 MiB.
      var differences: [String] = []
      for (literal, bits) in zip(literals, expected) {
        let (document, problems) = JSONDocument.read(Array(literal.utf8))
        if document?.root.number?.bitPattern != bits || !problems.isEmpty { differences.append(literal) }
      }
      #expect(expected.count == literals.count)
      #expect(differences.isEmpty, "seed \(seed): \(differences.prefix(5))")
    }
  }
}
