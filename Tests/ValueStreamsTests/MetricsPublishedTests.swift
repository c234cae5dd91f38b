import CanonicalJSON
import TestSupport
import Testing
import ValueStreams

/// The cases of the books, from `examples/published`.
@Suite("Metrics: published cases")
struct MetricsPublishedTests {
  private func metrics(_ name: String, day: Double = 8 * 3_600) throws -> (figures: Figures, days: (Double) -> Double) {
    let bytes = try #require(RepositoryFile("examples/published/\(name).json").bytes)
    let reading = MapReader.read(bytes)
    #expect(reading.problems == [])
    let map = try #require(reading.map)
    #expect(map.extensions["x-source"] != nil)
    return (try Metrics(map).figures, { $0 / day })
  }

  @Test(
    "each case is in canonical form",
    arguments: ["acme-stamping-current", "acme-stamping-future", "abc-technology", "twi-industries"])
  func canonical(name: String) throws {
    let bytes = try #require(RepositoryFile("examples/published/\(name).json").bytes)
    #expect(MapReader.read(bytes).map?.canonicalBytes == bytes)
  }

  @Test("Acme Stamping, current state: 23.6 days of waiting, 188 seconds of processing, takt 60 seconds")
  func acmeCurrent() throws {
    let (figures, days) = try metrics("acme-stamping-current", day: 55_200)
    #expect(figures.waitTime == 1_303_800)
    #expect((days(figures.waitTime) * 10).rounded() == 236)
    #expect(figures.processTime == 188)
    #expect(figures.takt == 60)
    #expect(figures.stepsWithWait == 6)
  }

  @Test("Acme Stamping, future state: 4.5 days of waiting, 169 seconds of processing")
  func acmeFuture() throws {
    let (figures, days) = try metrics("acme-stamping-future", day: 55_200)
    #expect(days(figures.waitTime) == 4.5)
    #expect(figures.processTime == 169)
  }

  @Test("ABC Technology: lead time 9.5 days, process time 180 minutes, rolled %C&A 29.98 %")
  func abcTechnology() throws {
    let (figures, days) = try metrics("abc-technology")
    #expect(days(figures.leadTime) == 9.5)
    #expect(figures.processTime == 180 * 60)
    #expect(((figures.rolledPercentCompleteAccurate ?? 0) * 100).rounded() == 2_998)
    #expect(figures.activityRatio == 180.0 / (9.5 * 480))
  }

  @Test("TWI Industries, current state: 48 days by the rods branch, 300 seconds there and 330 in all")
  func twiIndustries() throws {
    let (figures, days) = try metrics("twi-industries")
    #expect(days(figures.waitTime) == 48)
    #expect(figures.processTime == 300)
    #expect(figures.effort == 330)
    #expect(figures.outsideTime.map(days) == 7)
  }
}
