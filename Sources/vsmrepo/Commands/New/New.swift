import Archives
import ArgumentParser
import CanonicalJSON
import Console
import Rendering
import ValueStreams

/// `vsmrepo new`: a first map.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a stream with a first map: empty, from a template, a spreadsheet or an interview.",
    discussion: """
      Writes STREAM/current.json for you to fill in; nothing is committed yet. "vsmrepo templates" lists the templates.

      --from reads a CSV file with a row a step, as spreadsheet programs save it, under a row of titles: step, team, wait, \
      process time (or PT), lead time, %C&A, queue, after, value, basis, source, rework to, rework %, notes, in any order \
      and under the usual other names. Times are written as 2 h, 30 min or 1.5 days, or as bare numbers under a title such \
      as Wait (h). "export --format csv" writes such a file.

      --interview asks what a workshop asks, one question after the other. It can be stopped at any time, and goes on from \
      there; until it is finished, the answers are kept in STREAM/interview.json.

      Example: vsmrepo new content --from steps.csv
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The stream's name: its folder in the archive, such as content or growth/email.") var stream: String
  @Option(
    help: ArgumentHelp("Start from this template.", valueName: "name"),
    completion: .list(ValueStreams.Templates.all.map(\.name)))
  var template: String?
  @Option(
    help: ArgumentHelp("Start from this spreadsheet (CSV; - for standard input).", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv", "txt"]))
  var from: String?
  @Option(help: "With --from: what a column means, as \"Tool=ignore\" or \"Dauer (h)=process\".")
  var column: [ColumnMeaning] = []
  @Option(help: ArgumentHelp("With --from: how long a working day is, such as 7h30m (8 hours).", valueName: "time"))
  var day: WorkingDay?
  @Option(help: ArgumentHelp("What the map is called.", valueName: "text")) var title: String?

  @Flag(help: "Ask for the map, question by question.") var interview = false

  func validate() throws {
    if [template != nil, from != nil, interview].count(where: { $0 }) > 1 {
      throw ValidationError("Say one of --template, --from and --interview.")
    }
    if from == nil, !column.isEmpty || day != nil { throw ValidationError("--column and --day go with --from FILE.") }
  }

  func run() throws {
    if let problem = StreamName.problem(with: stream) { throw ArchiveError.invalidStreamName(stream, reason: problem) }
    let archive = try Naming(global: global).archive()
    let path = "\(stream)/\(Provenance.State.current.fileName)"
    if try archive.workingBytes(of: stream, .current) != nil { throw Failure.fileExists(path: path) }
    let output = Output(options: global)
    let dialogue = InterviewDialogue(archive: archive, stream: stream, output: output)
    guard
      var map = interview ? try dialogue.hold(title: title.map { Text($0) } ?? .firstTitle(of: stream)) : try firstMap()
    else { return }
    map.schema = Naming.schema(of: stream)
    if let title, !interview { map.title = Text(title) }

    guard try archive.writeNewFile(path, map.canonicalBytes) else { throw Failure.fileExists(path: path) }
    if interview { try dialogue.forget() }
    try output.show(NewMapText(path: path, stream: stream, map: map).render(output.terminal))
  }

  private func firstMap() throws -> ValueStreamMap {
    if let from { return try sheet(from) }
    guard let template else { return .firstSketch(of: stream) }
    guard let found = ValueStreams.Templates.named(template) else {
      throw Failure.unknownTemplate(template, known: ValueStreams.Templates.all.map(\.name))
    }
    let reading = MapReader.read(Array(found.document.utf8))
    guard let map = reading.map else {
      throw Failure.invalidMap(name: "template \(template)", problems: reading.problems)
    }
    return map
  }

  private func sheet(_ file: String) throws -> ValueStreamMap {
    var options = SheetReading.Options(title: .firstTitle(of: stream))
    options.calendar = day.map { WorkCalendar(day: $0.time) }
    for meaning in column { options.columns[meaning.title] = meaning.column }
    let reading = SheetReading.read(try InputFile.read(file == "-" ? file : global.path(file)), options)
    let text = SheetText(file == "-" ? "standard input" : file, reading)
    for line in text.remarks + text.problems { Output.note(line) }
    guard let map = reading.map else {
      Output.note(text.count)
      throw Ending(status: .invalidData)
    }
    return map
  }
}
