package import ValueStreams

/// Something that `verify` found.
package struct Finding: Hashable, Sendable {
  package enum Code: String, CaseIterable, Sendable {
    /// An object is missing or its content does not match its id.
    case damagedObject = "damaged-object"
    /// The history cannot be followed to its first commit.
    case brokenHistory = "broken-history"
    case shallowHistory = "shallow-history"
    case invalidMap = "invalid-map"
    case notCanonical = "not-canonical"
    /// A map that is a symbolic link, a folder or a submodule.
    case notAFile = "not-a-file"
    case tooLarge = "too-large"
    case missingTag = "missing-tag"
    /// vsmrepo's own tag names another commit than the version's.
    case movedTag = "moved-tag"
    /// A tag of that name that somebody else made.
    case foreignTag = "foreign-tag"
    /// A tag of vsmrepo's whose version is on no line.
    case strayTag = "stray-tag"
    /// Two versions of a stream have one number.
    case repeatedNumber = "repeated-number"
    /// A trailer names another number: history has overtaken it.
    case otherNumber = "other-number"
    /// A reference that leads to nothing that can be read.
    case brokenReference = "broken-reference"
    /// A note that holds lines that are no comments.
    case oddNote = "odd-note"
    case lock

    /// Whether something is wrong, or only worth a word.
    package var isError: Bool {
      switch self {
      case .damagedObject, .brokenHistory, .invalidMap, .notAFile, .tooLarge, .movedTag, .repeatedNumber,
        .brokenReference:
        true
      case .shallowHistory, .notCanonical, .missingTag, .foreignTag, .strayTag, .otherNumber, .oddNote, .lock: false
      }
    }

    /// Whether `repair` can mend it.
    package var isMendable: Bool {
      switch self {
      case .missingTag, .movedTag, .notCanonical: true
      default: false
      }
    }
  }

  package var code: Code
  package var stream: String?
  package var version: Int?
  package var state: Provenance.State?
  /// The object, reference or file that it is about.
  package var subject: String
  /// More about it, in words: the first problem of a map, the reason of a damage.
  package var detail: String

  init(
    _ code: Code, stream: String? = nil, version: Int? = nil, state: Provenance.State? = nil, subject: String,
    detail: String = ""
  ) {
    self.code = code
    self.stream = stream
    self.version = version
    self.state = state
    self.subject = subject
    self.detail = detail
  }
}
