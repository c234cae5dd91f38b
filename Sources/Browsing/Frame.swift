/// What stands around every page: head, navigation, foot.
struct Frame {
  let site: Site
  let templates: Templates

  /// A whole page: the view in its template, the frame around it. `address` is nil for what has none.
  func html(_ view: View, at address: PageAddress?) throws(BrowsingError) -> String {
    let links = site.links(at: address)
    func link(_ crumb: View.Crumb) -> Filling { .link(crumb.name, crumb.address.flatMap { links.to($0) }) }
    let isLive = site.form != .single
    let frame: [String: Filling] = [
      "pageTitle": .text(view.title == site.title ? view.title : "\(view.title) · \(site.title)"),
      "siteTitle": .text(site.title),
      "archiveHref": .text(links.to(.archive)), "experimentsHref": .text(links.to(.experiments)),
      "improvementsHref": .text(links.to(.improvements)),
      "stylesheetHref": .text(links.to(.asset(.stylesheet))), "scriptHref": .text(links.to(.asset(.script))),
      "iconHref": .text(links.to(.asset(.icon))),
      "twinHref": .text(view.hasTwin ? address.flatMap { links.to($0, .twin) } : nil),
      "styles": isLive ? .absent : .markup(Pages.stylesheet),
      "isLive": .flag(isLive), "isServed": .flag(site.form == .server),
      "crumbs": .rows(view.crumbs.map(link)),
      "previous": view.previous.map(link) ?? .absent, "next": view.next.map(link) ?? .absent,
    ]
    return try templates.render(view.template, .object(view.filling.merging(frame) { own, _ in own }))
  }
}
