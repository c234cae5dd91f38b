import CanonicalJSON
import Changes
import Testing
import ValueStreams

@testable import Rendering

struct MapPictureTests {
  @Test("no two texts of a map's picture overlap, and none leaves the sheet", arguments: SampleMaps.few)
  func textsApart(sample: SampleMaps.Sample) throws {
    let picture = try MapPicture.make(MeasuredMap(sample.map))
    #expect(TextClashes.of(picture).isEmpty)
  }

  @Test("boxes and what stands in front of them keep apart", arguments: SampleMaps.few)
  func placesApart(sample: SampleMaps.Sample) throws {
    let layout = try FlowSketch.plain(sample.map).layout
    let areas = layout.places.flatMap { [$0.box, $0.approach] }
    for (index, area) in areas.enumerated() {
      #expect(area.x >= 0 && area.right <= layout.width && area.bottom <= layout.height)
      #expect(!areas[(index + 1)...].contains { $0.overlaps(area) })
    }
  }

  @Test("work flows to the right within a row, and on to the row below", arguments: SampleMaps.few)
  func direction(sample: SampleMaps.Sample) throws {
    let sketch = try FlowSketch.plain(sample.map)
    let places = sketch.layout.places
    for link in sketch.links {
      let (from, to) = (places[link.from], places[link.to])
      #expect((from.row, from.column) < (to.row, to.column))
    }
  }

  @Test("every way reaches its step", arguments: SampleMaps.few)
  func reach(sample: SampleMaps.Sample) throws {
    let sketch = try FlowSketch.plain(sample.map)
    let layout = sketch.layout
    let reached = Set(layout.routes.compactMap { route in route.arrival.map { [route.from, $0.step] } })
    #expect(reached == Set(sketch.links.map { [$0.from, $0.to] }))
    for route in layout.routes {
      guard let arrival = route.arrival else { continue }
      #expect(route.points.last == Point(layout.places[arrival.step].approach.x, layout.places[arrival.step].port))
    }
  }

  @Test("the same map gives the same bytes", arguments: SampleMaps.few)
  func determinism(sample: SampleMaps.Sample) throws {
    let first = try MapPicture.make(MeasuredMap(sample.map)).svg()
    #expect(try MapPicture.make(MeasuredMap(sample.map)).svg() == first)
  }

  @Test("text from a map stays text")
  func escaping() throws {
    let hostile: Text = "</text><script>alert(1)</script>&\u{0}\u{1B}\u{FFFE}\u{202E}\"'"
    var step = Step(id: "a", name: hostile)
    step.notes = hostile
    step.team = "t"
    var map = ValueStreamMap(title: hostile, steps: [step])
    map.teams = ["t": Team(name: hostile)]
    map.sources = [hostile]
    map.glossary = [hostile: hostile]
    let svg = try MapPicture.make(MeasuredMap(map), label: hostile.string).svg()
    #expect(!svg.contains("<script"))
    #expect(!svg.unicodeScalars.contains { ["\u{0}", "\u{1B}", "\u{FFFE}", "\u{202E}"].contains($0) })
  }

  @Test("embedded, it brings no stylesheet of its own; standing alone, it does")
  func settings() throws {
    let map = ValueStreamMap(title: "T", steps: [Step(id: "a", name: "A")])
    let picture = try MapPicture.make(MeasuredMap(map))
    #expect(!picture.svg(.embedded).contains("style"))
    #expect(picture.svg(.standalone).contains("prefers-color-scheme:dark"))
  }

  @Test("a step that an action aims at carries a burst, also under a former id")
  func bursts() throws {
    var step = Step(id: "cell", name: "Cell")
    step.replaces = ["weld"]
    var map = ValueStreamMap(title: "T", steps: [step])
    var action = Action(title: "One piece flow")
    action.target = .step("weld")
    map.actions = ["one": action]
    let cards = MapCards(map, try Metrics(map), teams: TeamColours([map])).cards
    #expect(cards.map(\.bursts) == [[1]])
  }
}
