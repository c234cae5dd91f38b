/// What a browser may do with an answer (Content-Security-Policy, level 3).
package enum ContentPolicy {
  /// Own style and script as files, own pictures, forms to here; nothing inline, nothing from elsewhere.
  package static let page =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'none'"

  /// A picture that stands alone carries its own style, and nothing else.
  package static let picture = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
}
