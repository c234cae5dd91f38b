package import ValueStreams

/// What is about to become a version.
package struct Draft: Sendable {
  /// The working files as somebody read them: a commit that finds others there stops rather than overwrite them.
  package typealias Seen = [Provenance.State: [UInt8]?]

  package var stream: String
  /// The maps that change, as canonical bytes; nil removes one. A state that is not named stays as it is.
  package var maps: [Provenance.State: [UInt8]?]
  /// The latest version when the draft was made (nil: there was none). If another has come since, the draft is refused.
  package var base: Version?
  /// Subject, body and further trailers; `Stream` and `Version` are added.
  package var message: Message
  package var isCorrection = false
  /// Who wrote it, when it is not the one who commits.
  package var author: Authorship?
  /// Nil when the maps come from elsewhere (`--from`): then a working file follows only where nobody has changed it.
  package var seen: Seen?

  package init(
    stream: String, maps: [Provenance.State: [UInt8]?], base: Version?, message: Message, isCorrection: Bool = false,
    author: Authorship? = nil, seen: Seen? = nil
  ) {
    self.stream = stream
    self.maps = maps
    self.base = base
    self.message = message
    self.isCorrection = isCorrection
    self.author = author
    self.seen = seen
  }
}
