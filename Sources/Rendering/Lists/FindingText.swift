package import CanonicalJSON

/// `vsmrepo verify`: what is wrong with an archive, and what was done about it.
package struct FindingText {
  package struct Finding: Equatable, Sendable {
    /// Its stable name: `missing-tag`.
    package var code: String
    /// False for what is worth knowing and harms nothing.
    package var isError: Bool
    /// What it is about: `content v3`, a tag, an object id.
    package var place: String
    package var message: String
    package var remedy: String?

    package init(code: String, isError: Bool, place: String, message: String, remedy: String? = nil) {
      self.code = code
      self.isError = isError
      self.place = place
      self.message = message
      self.remedy = remedy
    }
  }

  private let findings: [Finding]
  private let repairs: [String]
  private let checked: String

  /// `repairs` are sentences of what was mended; `checked` says what was looked at: `12 versions of 2 streams`.
  package init(_ findings: [Finding], repairs: [String] = [], checked: String) {
    self.findings = findings
    self.repairs = repairs
    self.checked = checked
  }

  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    for repair in repairs { page.wrap("\("mended", .better)  \(repair)") }
    for finding in findings {
      let mark: StyledText = finding.isError ? "\("error", .worse) " : "\("remark", .warning) "
      page.wrap("\(mark) \(finding.place, .strong): \(finding.message) [\(finding.code)]")
      if let remedy = finding.remedy { page.wrap(StyledText("  \(remedy)"), indent: 2) }
    }
    let errors = findings.count { $0.isError }
    let remarks = findings.count - errors
    let counts = [(errors, "error"), (remarks, "remark")].filter { $0.0 > 0 }.map { Numbers.counted($0.0, $0.1) }
    page.wrap("Checked \(checked): \(counts.isEmpty ? "all is well" : counts.joined(separator: ", ")).")
    return page.string()
  }

  /// `vsm-verify/1`.
  package var json: JSON {
    let list: [JSON] = findings.map { finding in
      [
        "code": .value(finding.code), "severity": .value(finding.isError ? "error" : "remark"),
        "place": .value(finding.place), "message": .value(finding.message), "remedy": .value(finding.remedy),
      ]
    }
    return [
      "format": "vsm-verify/1", "checked": .value(checked), "findings": .array(list),
      "repairs": .array(repairs.map { .value($0) }),
    ]
  }
}
