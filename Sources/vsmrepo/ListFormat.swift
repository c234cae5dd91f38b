import ArgumentParser
import CanonicalJSON
import Console
import Rendering

/// What most commands can print.
enum ListFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// A view that can be shown both ways.
protocol ListView {
  func render(_ terminal: Terminal) -> String
  var json: JSON { get }
}

extension TemplateText: ListView {}
extension LogText: ListView {}
extension StatusText: ListView {}
extension ProblemText: ListView {}
extension ExperimentText: ListView {}
extension FindingText: ListView {}

extension Output {
  func show(_ format: ListFormat, _ view: some ListView) throws {
    switch format {
    case .text: try show(view.render(terminal))
    case .json: try write(view.json.canonicalBytes)
    }
  }
}
