import CanonicalJSON

/// A calendar changed on one side and durations on the other: "3d" would silently come to mean another length.
enum CalendarConflict {
  private static let address = MergeAddress(["calendar"])

  /// Nil where there is none, or it is settled: a chosen calendar is meant for all durations as they are written.
  static func find(_ documents: ThreeSides<JSON?>, choices: [MergeAddress: Choice]) -> Conflict? {
    guard choices[address] == nil else { return nil }
    let calendars = documents.map { $0?.members["calendar"] }
    let (byOurs, byTheirs) = (calendars.ours != calendars.base, calendars.theirs != calendars.base)
    guard byOurs != byTheirs else { return nil }
    let (before, after) = (documents.base, byOurs ? documents.theirs : documents.ours)
    let old = before.map(durations) ?? [:]
    let changed = after.map(durations)?.contains { old[$0.key] != $0.value } ?? false
    return changed ? Conflict(.calendar, address, calendars) : nil
  }

  /// All durations beside the calendar by address.
  private static func durations(_ document: JSON) -> [MergeAddress: JSON] {
    var found: [MergeAddress: JSON] = [:]
    collect(document, at: MergeAddress([]), into: &found)
    return found
  }

  private static let fields: Set<Text> = ["waitTime", "processTime", "waitRange", "processRange", "per"]

  private static func collect(_ value: JSON, at address: MergeAddress, into found: inout [MergeAddress: JSON]) {
    for (key, member) in value.members where !key.string.hasPrefix("x-") && key != "calendar" && key != "basis" {
      switch member {
      case _ where fields.contains(key): found[address / key] = member
      case .array(let elements):
        for element in elements {
          collect(element, at: MergeAddress((address / key).path + element.identityPath), into: &found)
        }
      default: collect(member, at: address / key, into: &found)
      }
    }
  }
}
