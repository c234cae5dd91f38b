import Changes
import Glibc
import Testing
import ValueStreams

@testable import Rendering

/// Writes pictures to the folder that `VSM_PICTURES` names, for the browser check; without it, only draws them.
struct PictureSamples {
  @Test("every sample map can be drawn")
  func maps() throws {
    for sample in SampleMaps.written + SampleMaps.random(200) {
      let picture = try MapPicture.make(MeasuredMap(sample.map), label: sample.name)
      #expect(picture.width > 0 && picture.height > 0)
      try Self.write(picture.svg(), name: "map-\(sample.name)")
    }
  }

  @Test("every sample change, its bridge and a few trends can be drawn")
  func changes() throws {
    for pair in ChangePictureTests.pairs {
      let measured = try Sides(before: MeasuredMap(pair.maps.before), after: MeasuredMap(pair.maps.after))
      let difference = Difference(from: measured.before, to: measured.after)
      try Self.write(ChangePicture.make(measured, difference).svg(), name: "change-\(pair.name)")
      try Self.write(BridgePicture.make(difference).svg(), name: "bridge-\(pair.name)")
    }
    for (count, points) in [(1, 5), (1, 36), (4, 24), (20, 60)] {
      let picture = TrendPicture.make(TrendPictureTests.series(count, points: points), metric: .leadTime, calendar: nil)
      #expect(picture.width > 0)
      try Self.write(picture.svg(), name: "trend-\(count)-\(points)")
    }
  }

  static func write(_ svg: String, name: String) throws {
    guard let folder = getenv("VSM_PICTURES") else { return }
    let file = try #require(fopen("\(String(cString: folder))/\(name).svg", "w"), "VSM_PICTURES is not a folder")
    defer { fclose(file) }
    try #require(fputs(svg, file) >= 0)
  }
}
