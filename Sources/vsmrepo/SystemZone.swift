import Console
import Glibc
import Measuring

/// The time zones of this machine.
enum SystemZone {
  private static var folder: String { Environment["TZDIR"] ?? "/usr/share/zoneinfo" }

  /// The zone of that name: `Europe/Berlin`, `UTC` or `+02:00`; without a name the machine's own.
  static func named(_ name: String?) throws -> Zone {
    guard let name = name ?? own else { return .utc }
    if let fixed = Zone(fixed: name) { return fixed }
    let isPath = name.split(separator: "/", omittingEmptySubsequences: false).contains { ["", ".", ".."].contains($0) }
    let path = "\(folder)/\(name)"
    guard !isPath, InputFile.exists(path) else {
      let hint =
        InputFile.exists("\(folder)/Europe")
        ? "Name it as Europe/Berlin, UTC or +02:00." : "This machine has no time zones: apt-get install tzdata"
      throw Failure.usage("there is no time zone \"\(name)\"", hint: hint)
    }
    return try Zone(name: name, file: InputFile.read(path))
  }

  /// What `TZ` says, else where /etc/localtime leads; nil where neither names a zone of the database.
  private static var own: String? {
    if let name = Environment["TZ"], !name.isEmpty {
      return InputFile.exists("\(folder)/\(name)") || Zone(fixed: name) != nil ? name : nil
    }
    guard let target = realpath("/etc/localtime", nil) else { return nil }
    defer { free(target) }
    let path = String(cString: target)
    return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : nil
  }
}
