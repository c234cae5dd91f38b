package import Archives
package import Rendering
import ValueStreams

/// What `verify` found, in words.
package enum FindingWords {
  package static func finding(_ finding: Finding) -> FindingText.Finding {
    let stream = finding.stream.map { stream in finding.version.map { "\(stream) v\($0)" } ?? stream }
    let place = [stream, finding.state?.fileName].compactMap(\.self).joined(separator: ", ")
    let (message, remedy) = words(finding)
    return FindingText.Finding(
      code: finding.code.rawValue, isError: finding.code.isError, place: place.isEmpty ? finding.subject : place,
      message: message, remedy: remedy)
  }

  package static func repair(_ repair: Repair) -> String {
    switch repair {
    case .tagged(let stream, let versions):
      "\(stream): tags of \(versions.map { "v\($0)" }.joined(separator: ", "))"
    case .canonicalised(let version):
      "\(version.stream): the latest map in canonical form, as \(version.name)"
    }
  }

  /// `12 versions of 2 streams`.
  package static func extent(of repository: Archive) throws(ReportError) -> String {
    let streams = try archive { () throws(ArchiveError) in try repository.committedStreams() }
    var versions = 0
    for stream in streams {
      versions += try archive { () throws(ArchiveError) in try repository.latest(of: stream) }?.number ?? 0
    }
    return "\(versions) \(versions == 1 ? "version" : "versions") of \(streams.count) "
      + (streams.count == 1 ? "stream" : "streams")
  }

  private static func words(_ finding: Finding) -> (message: String, remedy: String?) {
    let detail = finding.detail.isEmpty ? "" : ": \(finding.detail)"
    let fetch = "Fetch it from a clone that has it, or bring it back from a backup."
    return switch finding.code {
    case .damagedObject: ("the object \(finding.subject) is damaged\(detail)", fetch)
    case .brokenHistory: ("history cannot be read below \(finding.subject)\(detail)", fetch)
    case .shallowHistory: ("this clone has no history below \(finding.subject)", "git fetch --unshallow")
    case .invalidMap:
      ("the map is not valid\(detail)", "It stays as it was; the next version can be sound: vsmrepo check")
    case .notCanonical: ("the map is not in canonical form", "vsmrepo verify --repair makes it the next version")
    case .notAFile: ("\(finding.subject) is not a file\(detail)", "Put a map there, and commit it.")
    case .tooLarge: ("the map is larger than 16 MiB\(detail)", nil)
    case .missingTag: ("the tag \(finding.subject) is missing", "vsmrepo verify --repair makes it")
    case .movedTag: ("the tag \(finding.subject) names another commit", "vsmrepo verify --repair moves it")
    case .foreignTag: ("the tag \(finding.subject) was not made by vsmrepo, and is left alone", nil)
    case .strayTag: ("the tag \(finding.subject) names no version of the main line", nil)
    case .repeatedNumber: ("two versions have this number\(detail)", nil)
    case .otherNumber: ("\(finding.detail), which history has overtaken", nil)
    case .brokenReference: ("the reference \(finding.subject) leads nowhere\(detail)", nil)
    case .oddNote: ("a comment cannot be read\(detail)", nil)
    case .lock:
      ("a lock is held: \(finding.subject), \(finding.detail)", "If no program is running any more: vsmrepo unlock")
    }
  }
}
