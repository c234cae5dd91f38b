import Changes
import Rendering
import Testing

@Suite("A difference as text")
struct DiffTextTests {
  @Test("the first screen tells how the lead time moved and why", arguments: [80, 140])
  func text(width: Int) {
    expectSnapshot(DiffText(Fixture.difference).render(Terminal(width: width, color: false)), "diff-\(width).txt")
  }

  @Test("the headline adds up as printed and names what pulled most first")
  func headline() {
    #expect(
      Fixture.difference.headlineText
        == "Lead time 23d 4h → 19d 2h (−4d 2h, −18 %): waits −4d 6h, rework −1d, process +1d 4h; 2 handoffs gone (−3d of it newly measured)."
    )
  }
}
