package import CanonicalJSON

/// `vsmrepo verify`: what is wrong with an archive, and what was done about it.
package struct FindingText {
  package struct Finding: Equatable, Sendable {
    /// What it is about: `content v3`, a tag, an object id.
    package var place: String
    package var message: String
    package var remedy: String?
    package var isRepaired: Bool

    package init(place: String, message: String, remedy: String? = nil, isRepaired: Bool = false) {
      self.place = place
      self.message = message
      self.remedy = remedy
      self.isRepaired = isRepaired
    }
  }

  private let findings: [Finding]
  private let checked: String

  /// `checked` says what was looked at: `12 versions of 2 streams, 3 tags`.
  package init(_ findings: [Finding], checked: String) {
    self.findings = findings
    self.checked = checked
  }

  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    for finding in findings {
      let mark: StyledText = finding.isRepaired ? "\("repaired", .better) " : "\("problem", .worse) "
      page.wrap("\(mark) \(finding.place, .strong): \(finding.message)")
      if let remedy = finding.remedy, !finding.isRepaired { page.wrap(StyledText("  \(remedy)"), indent: 2) }
    }
    let open = findings.count { !$0.isRepaired }
    page.wrap("Checked \(checked): \(open == 0 ? "all is well" : Numbers.counted(open, "problem")).")
    return page.string()
  }

  /// `vsm-verify/1`.
  package var json: JSON {
    let list: [JSON] = findings.map { finding in
      [
        "place": .value(finding.place), "message": .value(finding.message), "remedy": .value(finding.remedy),
        "repaired": .bool(finding.isRepaired),
      ]
    }
    return ["format": "vsm-verify/1", "checked": .value(checked), "findings": .array(list)]
  }
}
