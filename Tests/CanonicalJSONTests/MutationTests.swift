import CanonicalJSON
import TestSupport
import Testing

extension Proofs {
  @Suite("Damaged files")
  struct Damage {
    @Test("a million of them are read without crash, hang or memory growth")
    func millionMutations() async {
      // A process of its own: a crash is told as a failure, and its memory is that of the reader alone.
      await #expect(processExitsWith: .success) {
        let seed = UInt64.random(in: 0...UInt64.max)
        let count = caseCount(1_000_000)
        var mutation = Mutation(seed: seed)
        var resident = 0
        for number in 0..<count {
          let bytes = mutation.next()
          #expect(Damage.isAnsweredWell(bytes), "seed \(seed), file \(number): \(bytes)")
          if number == count / 5 { resident = try #require(Memory.resident) }
        }
        let growth = try #require(Memory.resident) - resident
        #expect(growth < 16 << 20, "seed \(seed): \(growth) bytes more after four fifths of the files")
      }
    }

    @Test("they are accepted and understood exactly as ECMAScript does, apart from the rules of I-JSON")
    func asECMAScript() throws {
      let seed = UInt64.random(in: 0...UInt64.max)
      var mutation = Mutation(seed: seed)
      let files = (0..<caseCount(400_000)).map { _ in mutation.next() }
      let framed = files.flatMap { bytes in
        withUnsafeBytes(of: UInt32(bytes.count).littleEndian, Array.init) + bytes
      }
      let answer = try ECMAScript.run(Damage.canonicalizer, on: framed)
      let expected = answer.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      try #require(expected.count == files.count)
      let differences = zip(files, expected).filter { bytes, answer in
        let (document, problems) = JSONDocument.read(bytes)
        // ECMAScript has no limit, and behind it nothing is read.
        guard !problems.contains(where: { $0.kind == .tooDeep }) else { return false }
        guard problems.isEmpty else {
          return problems.allSatisfy { isOnlyForbidden(inIJSON: $0.kind) } != (answer != [])
        }
        return !answer.elementsEqual(document?.root.json.compactBytes ?? [])
      }
      let told = differences.prefix(3).map {
        "\(String(decoding: $0, as: UTF8.self)) → \(String(decoding: $1, as: UTF8.self))"
      }
      #expect(differences.isEmpty, "seed \(seed): \(told)")
    }

    /// What RFC 8259 allows and ECMAScript reads, but RFC 7493 or the exactness of integers forbids.
    private func isOnlyForbidden(inIJSON kind: JSONProblem.Kind) -> Bool {
      switch kind {
      case .duplicateKey, .loneSurrogate, .noncharacter, .notFinite, .notExact: true
      default: false
      }
    }

    /// For each file its RFC 8785 form on a line of its own, or an empty line where it is no JSON in UTF-8.
    private static let canonicalizer = """
      const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
      const canonical = (value) =>
        value === null || typeof value !== "object" ? JSON.stringify(value)
        : Array.isArray(value) ? "[" + value.map(canonical).join(",") + "]"
        : "{" + Object.keys(value).sort().map((key) => JSON.stringify(key) + ":" + canonical(value[key])).join(",") + "}";
      const lines = [];
      for (let start = 0; start < input.length;) {
        const end = start + 4 + input.readUInt32LE(start);
        try { lines.push(canonical(JSON.parse(utf8.decode(input.subarray(start + 4, end))))); } catch { lines.push(""); }
        start = end;
      }
      print(lines.join("\\n"));
      """

    /// Whatever the bytes: problems in order and within the file, a reason to refuse where there is no document, and one
    /// canonical form where there are no problems.
    static func isAnsweredWell(_ bytes: [UInt8]) -> Bool {
      let (document, problems) = JSONDocument.read(bytes)
      for (problem, following) in zip(problems, problems.dropFirst()) where problem.offset > following.offset {
        return false
      }
      for problem in problems {
        guard (0...bytes.count).contains(problem.offset), problem.position.line > 0, problem.position.column > 0,
          !problem.message.isEmpty, !problem.remedy.isEmpty
        else { return false }
      }
      guard let document else { return !problems.isEmpty }
      let canonical = document.root.json.canonicalBytes
      guard problems.isEmpty else { return true }
      let again = JSONDocument.read(canonical)
      return again.problems.isEmpty && again.document?.root.json.canonicalBytes == canonical
    }
  }
}
