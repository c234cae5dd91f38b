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

  static func write(_ svg: String, name: String) throws {
    guard let folder = getenv("VSM_PICTURES") else { return }
    let file = try #require(fopen("\(String(cString: folder))/\(name).svg", "w"), "VSM_PICTURES is not a folder")
    defer { fclose(file) }
    try #require(fputs(svg, file) >= 0)
  }
}
