/// The files that pages are made of, carried inside the program.
package enum PageFiles {
  package static let stylesheet: [UInt8] = PackageResources.pages_css
  package static let script: [UInt8] = PackageResources.pages_js
  package static let icon: [UInt8] = PackageResources.icon_svg

  /// By the name under which one template includes another.
  package static let templates: [(name: String, bytes: [UInt8])] = [
    ("apology", PackageResources.apology_mustache),
    ("archive", PackageResources.archive_mustache),
    ("change", PackageResources.change_mustache),
    ("comparison", PackageResources.comparison_mustache),
    ("experiments", PackageResources.experiments_mustache),
    ("history", PackageResources.history_mustache),
    ("improvements", PackageResources.improvements_mustache),
    ("layout", PackageResources.layout_mustache),
    ("link", PackageResources.link_mustache),
    ("plan", PackageResources.plan_mustache),
    ("stream", PackageResources.stream_mustache),
    ("version", PackageResources.version_mustache),
    ("versions", PackageResources.versions_mustache),
  ]
}
