import ArgumentParser
import Console
import Glibc

/// `vsmrepo NAME` for a name that is not built in runs `vsmrepo-NAME`, as git does.
enum ExternalProgram {
  /// Commands that live in the program `vsmrepo-web`, so that the everyday ones do not load a web server.
  private static let web: Set = ["serve", "publish"]

  /// Does not return if another program takes over; throws for a command that nobody knows.
  static func replaceIfAsked(by arguments: [String]) throws {
    guard let position = commandPosition(arguments) else { return }
    let name = arguments[position]
    guard name != "help", !CommandTable.names.contains(name), !name.isEmpty, !name.contains("/") else { return }
    let rest = Array(arguments[..<position] + arguments[(position + 1)...])
    if web.contains(name) {
      replace(with: "vsmrepo-web", [name] + rest)
      throw Failure.noWebProgram(command: name)
    }
    replace(with: "vsmrepo-" + name, rest)
    throw Failure.unknownCommand(name, known: CommandTable.names + web)
  }

  /// The first word that is neither an option of `vsmrepo` itself nor the value of one.
  static func commandPosition(_ arguments: [String]) -> Int? {
    // What completion scripts and the manual's generator ask of ArgumentParser itself.
    let internals = ["---completion", "--generate-completion-script", "--experimental-dump-help"]
    if let first = arguments.first, internals.contains(first) { return nil }
    var index = 0
    while index < arguments.count {
      switch arguments[index] {
      case "-C", "--color": index += 2
      case let word where word.hasPrefix("-"): index += 1
      default: return index
      }
    }
    return nil
  }

  /// Looks beside this program first, then along the PATH. Returns only if there is no such program.
  static func replace(with program: String, _ arguments: [String]) {
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    if let own = ownFolder { execv(own + "/" + program, &words) }
    execvp(program, &words)
  }

  private static var ownFolder: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return nil }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
}
