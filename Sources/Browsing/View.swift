/// What goes into a template: one page before it is HTML.
struct View {
  /// A step on the way from the archive to the page.
  typealias Crumb = (name: String, address: PageAddress?)

  var template: String
  /// For the window and for search engines.
  var title: String
  var crumbs: [Crumb] = []
  var previous: Crumb?
  var next: Crumb?
  /// Whether programs can have the same; not where there is no map.
  var hasTwin = true
  var filling: [String: Filling]
}
