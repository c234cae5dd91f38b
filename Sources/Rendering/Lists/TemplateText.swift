package import CanonicalJSON
package import ValueStreams

/// `vsmrepo templates`: what `new --template` knows.
package struct TemplateText {
  private let templates: [Template]

  package init(_ templates: [Template] = Templates.all) {
    self.templates = templates
  }

  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    let width = templates.map(\.name.displayWidth).max() ?? 0
    for template in templates {
      page.wrap(
        StyledText(template.name, .identity).padded(to: width + 2) + StyledText(template.summary), indent: width + 2)
    }
    return page.string()
  }

  /// `vsm-templates/1`.
  package var json: JSON {
    let list: [JSON] = templates.map { ["name": .value($0.name), "summary": .value($0.summary)] }
    return ["format": "vsm-templates/1", "templates": .array(list)]
  }
}
