import ArgumentParser

/// Every command by its name, in the groups of the help text.
///
/// A name leads to its type only when that is asked for: looking up the types of all commands costs more than most of
/// them take to run.
enum CommandTable {
  typealias Entry = (name: String, type: @Sendable () -> any ParsableCommand.Type)

  static let groups: [(title: String, commands: [Entry])] = [
    (
      "Every day",
      [
        ("status", { Status.self }), ("set", { SetCommand.self }), ("measure", { MeasureCommand.self }),
        ("check", { Check.self }), ("commit", { Commit.self }), ("log", { Log.self }), ("show", { Show.self }),
        ("diff", { Diff.self }),
      ]
    ),
    (
      "Learning and sharing",
      [
        ("plan", { PlanCommand.self }), ("trend", { TrendCommand.self }),
        ("improvements", { ImprovementsCommand.self }),
        ("forecast", { ForecastCommand.self }), ("export", { Export.self }),
      ]
    ),
    (
      "Working together",
      [
        ("clone", { Clone.self }), ("remote", { RemoteCommand.self }), ("fetch", { Fetch.self }),
        ("pull", { Pull.self }), ("push", { Push.self }), ("git-setup", { GitSetup.self }),
      ]
    ),
    (
      "Going back, trying out",
      [
        ("restore", { Restore.self }), ("undo", { Undo.self }), ("redo", { Redo.self }),
        ("experiment", { ExperimentCommand.self }), ("comment", { CommentCommand.self }),
        ("merge", { MergeCommand.self }), ("resolve", { Resolve.self }),
      ]
    ),
    ("Keeping it sound", [("verify", { Verify.self }), ("unlock", { Unlock.self }), ("maintain", { Maintain.self })]),
    ("Setting up", [("init", { Init.self }), ("new", { New.self }), ("templates", { Vsmrepo.Templates.self })]),
    ("Plumbing", [("canon", { Canon.self }), ("git-driver", { GitDriver.self })]),
  ]

  static var names: [String] { groups.flatMap { $0.commands.map(\.name) } }

  static func type(named name: String) -> (any ParsableCommand.Type)? {
    for group in groups {
      if let entry = group.commands.first(where: { $0.name == name }) { return entry.type() }
    }
    return nil
  }
}
