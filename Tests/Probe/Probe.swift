import Archives
import CanonicalJSON
import ValueStreams

/// A program that does one thing to an archive and says what came of it, so that tests can kill it, race it against
/// itself and starve it. Its last line is `ok …` or `refused …`.
@main
struct Probe {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count >= 2 else { return print("usage: ArchiveProbe VERB DIR …") }
    do throws(ArchiveError) {
      print("ok", try run(words[0], at: words[1], Array(words.dropFirst(2))))
    } catch {
      print("refused", error)
    }
  }

  private static func run(_ verb: String, at path: String, _ words: [String]) throws(ArchiveError) -> String {
    if verb == "init" {
      return "\(try Archive.create(at: path, schema: Array("{}\n".utf8)).did)"
    }
    let archive = try Archive.open(at: path)
    switch verb {
    case "commit":
      return try commit(words[1], to: words[0], in: archive)
    case "edit":
      return try commitWorkingCopy(of: words[0], in: archive)
    case "undo":
      return try archive.undo().name
    case "redo":
      return try archive.redo().name
    case "restore":
      let version = try archive.version(Int(words[1]) ?? 1, of: words[0])
      return try archive.commit(try archive.draft(restoring: version))?.name ?? "nothing"
    case "adopt":
      return try archive.adopt(try archive.adoption(of: words[0]))?.name ?? "nothing"
    case "verify":
      return try archive.verify().map { "\($0.code.rawValue)" }.joined(separator: " ")
    case "unlock":
      return try archive.unlock(now: true).map(\.path).joined(separator: " ")
    case "race":
      race(archive, worker: words[0], rounds: Int(words[1]) ?? 1)
      return "raced"
    case "discuss":
      discuss(archive, worker: words[0], rounds: Int(words[1]) ?? 1)
      return "discussed"
    default:
      return "nothing"
    }
  }

  private static func commit(_ title: String, to stream: String, in archive: Archive) throws(ArchiveError) -> String {
    let draft = Draft(
      stream: stream, maps: [.current: map(title)], base: try archive.latest(of: stream),
      message: Message(subject: title))
    return try archive.commit(draft)?.commit ?? "nothing"
  }

  /// The working file as it is becomes the next version, with its canonical bytes.
  private static func commitWorkingCopy(of stream: String, in archive: Archive) throws(ArchiveError) -> String {
    let bytes = try archive.workingBytes(of: stream, .current)
    guard let bytes, let map = MapReader.read(bytes).map else { return "nothing" }
    let draft = Draft(
      stream: stream, maps: [.current: map.canonicalBytes], base: try archive.latest(of: stream),
      message: Message(subject: "Edited"), seen: [.current: bytes])
    return try archive.commit(draft)?.commit ?? "nothing"
  }

  /// Commits again and again, every other time to the stream that all workers share.
  private static func race(_ archive: Archive, worker: String, rounds: Int) {
    for round in 1...rounds {
      let stream = round.isMultiple(of: 2) ? "shared" : "worker-\(worker)"
      do throws(ArchiveError) {
        print("version", stream, try commit("\(worker) \(round)", to: stream, in: archive))
      } catch {
        print("refused", error)
      }
    }
  }

  /// Comments on the first version of the shared stream as soon as there is one.
  private static func discuss(_ archive: Archive, worker: String, rounds: Int) {
    var done = 0
    var attempts = 0
    while done < rounds, attempts < 100_000 {
      attempts += 1
      do throws(ArchiveError) {
        guard let version = try archive.versions(of: "shared").last else { continue }
        _ = try archive.comment("\(worker) \(done)", on: version)
        print("comment", worker, done)
      } catch {
        print("refused", error)
      }
      done += 1
    }
  }

  static func map(_ title: String) -> [UInt8] {
    let map = ValueStreamMap(title: Text(title), steps: [Step(id: "copy", name: "Write copy")])
    return map.canonicalBytes
  }
}
