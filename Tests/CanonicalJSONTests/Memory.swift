import Foundation

/// The memory of this process.
enum Memory {
  /// Resident bytes, from the second field of `/proc/self/statm`, which counts pages of 4 KiB.
  static var resident: Int? {
    let fields = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return fields?.dropFirst().first.flatMap { Int($0) }.map { $0 * 4096 }
  }
}
