import CanonicalJSON
import Testing
import ValueStreams

@Suite("Templates") struct TemplateTests {
  @Test("A template is a valid map in canonical form", arguments: Templates.all)
  func isCanonical(_ template: Template) throws {
    let map = try #require(MapReader.read(Array(template.document.utf8)).map)
    #expect(String(decoding: map.canonicalBytes, as: UTF8.self) == template.document)
  }

  @Test("A template states no figure, so that a check asks for each", arguments: Templates.all)
  func inventsNothing(_ template: Template) throws {
    let reading = MapReader.read(Array(template.document.utf8), context: CheckContext())
    let map = try #require(reading.map)
    #expect(map.rework == nil && map.demand == nil)
    for step in map.steps {
      #expect(step.queue == nil && step.waitRange == nil && step.processRange == nil)
    }
    for code in [Problem.Code.missingWait, .missingProcess, .missingAccuracy, .missingValue] {
      #expect(reading.problems.filter { $0.code == code }.count == map.steps.count)
    }
  }

  @Test("In a campaign copy and design run side by side, and three approvals stand between review and build")
  func campaign() throws {
    let template = try #require(Templates.named("campaign"))
    let map = try #require(MapReader.read(Array(template.document.utf8)).map)
    func after(_ id: StepID) -> [StepID]? { map.steps.first { $0.id == id }?.after }
    #expect(after("copy") == ["prioritisation"] && after("design") == ["prioritisation"])
    #expect(after("review") == ["copy", "design"])
    let approvals: [StepID] = ["brand-approval", "legal-approval", "product-approval"]
    for approval in approvals { #expect(after(approval) == ["review"]) }
    for build in ["build-web", "build-email", "build-ads"] as [StepID] { #expect(after(build) == approvals) }
  }

  @Test("Content production has its seven steps in a row")
  func content() throws {
    let template = try #require(Templates.named("content"))
    let map = try #require(MapReader.read(Array(template.document.utf8)).map)
    let steps: [StepID] = ["conceptualisation", "review", "creation", "editing", "design", "approval", "promotion"]
    #expect(map.steps.map(\.id) == steps)
    #expect(map.steps.dropFirst().allSatisfy { $0.after == nil })
  }

  @Test("Each is found by its name, and no other is")
  func names() {
    for template in Templates.all { #expect(Templates.named(template.name)?.document == template.document) }
    #expect(Templates.named("sales") == nil)
  }
}

extension Template: CustomTestStringConvertible {
  package var testDescription: String { name }
}
