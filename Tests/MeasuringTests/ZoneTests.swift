import Foundation
import Measuring
import TestSupport
import Testing

@Suite("Time zones")
struct ZoneTests {
  private func zone(_ name: String) throws -> Zone {
    try Zone(name: name, file: Array(Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/\(name)"))))
  }

  @Test(
    "stand as far from UTC as another reader of the same rules says, from 1970 to 2100",
    arguments: [
      "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Sydney", "Asia/Kathmandu", "America/Sao_Paulo",
      "Atlantic/Reykjavik", "Pacific/Chatham", "America/St_Johns",
    ])
  func offsets(_ name: String) throws {
    let zone = try zone(name)
    let other = try #require(TimeZone(identifier: name))
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let moment = Int.random(in: 0..<4_102_444_800, using: &generator)
      let expected = other.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
      #expect(zone.offset(at: moment) == expected, "\(name) at \(moment)")
      let local = moment + expected
      let found = zone.moment(ofLocal: local)
      #expect(found + zone.offset(at: found) == local, "\(name): \(local) by the clock")
    }
  }

  @Test("of an hour that is there twice the first counts, and one that is skipped is what it would have been")
  func changes() throws {
    let berlin = try zone("Europe/Berlin")
    // 2026-10-25 02:30 is there at 00:30 and at 01:30 UTC; 2026-03-29 02:30 is not there at all.
    #expect(berlin.moment(ofLocal: 1_792_895_400) == 1_792_888_200)
    #expect(berlin.moment(ofLocal: 1_774_751_400) == 1_774_747_800)
  }

  @Test(
    "can be a fixed distance", arguments: [("+02:00", 7200), ("-0530", -19_800), ("Z", 0), ("utc", 0), ("+01", 3600)])
  func fixed(_ text: String, _ offset: Int) throws {
    #expect(try #require(Zone(fixed: text)).offset(at: 0) == offset)
  }

  @Test("are not guessed", arguments: ["Europe/Berlin", "+2", "+99:00", "+02:70", "", "CET"])
  func notFixed(_ text: String) {
    #expect(Zone(fixed: text) == nil)
  }

  @Test("in a damaged file are refused, whatever is wrong with it")
  func damaged() throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/Berlin")))
    #expect(throws: MeasuringError.damagedZone("x")) { try Zone(name: "x", file: []) }
    #expect(throws: MeasuringError.damagedZone("x")) { try Zone(name: "x", file: Array("TZif".utf8)) }
    #expect(throws: MeasuringError.damagedZone("x")) { try Zone(name: "x", file: Array(bytes.dropLast(400))) }
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<caseCount(2_000) {
      var broken = bytes
      broken[Int.random(in: 0..<broken.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      // Any answer will do, but there has to be one.
      let zone = try? Zone(name: "x", file: broken)
      #expect(abs(zone?.offset(at: 1_790_000_000) ?? 0) < 200 * 3600)
    }
  }
}
