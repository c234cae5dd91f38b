import Changes
import Console
import Rendering
import ValueStreams

/// Asks at the terminal how each conflict is to be settled.
struct ConflictDialogue {
  let output: Output

  /// Goes through the conflicts until none is left, or the user has had enough.
  func settle(_ pending: inout PendingMerge) throws {
    for state in Provenance.State.allCases {
      var skipped: Set<MergeAddress> = []
      while let merge = pending.merges[state],
        let conflict = merge.conflicts.first(where: { !skipped.contains($0.address) && $0.kind != .rule })
      {
        try output.show(ConflictText(stream: pending.stream, [(state, conflict)]).entry(output.terminal))
        switch try answer() {
        case "o": pending.merges[state] = merge.resolving(conflict.address, by: .side(.ours))
        case "t": pending.merges[state] = merge.resolving(conflict.address, by: .side(.theirs))
        case "b": pending.merges[state] = merge.resolving(conflict.address, by: .side(.base))
        case "v":
          Output.note("The value (JSON, or plain text):")
          guard let text = readLine() else { return }
          pending.merges[state] = merge.resolving(conflict.address, by: .value(Resolve.json(text)))
        case "s": skipped.insert(conflict.address)
        default: return
        }
      }
    }
  }

  /// One of o, t, b, v, s and q; q at the end of input.
  private func answer() throws -> Character {
    while true {
      Output.note("[o]urs, [t]heirs, [b]ase, a [v]alue, [s]kip, [q]uit?")
      guard let line = readLine()?.lowercased() else { return "q" }
      if let first = line.first, "otbvsq".contains(first) { return first }
    }
  }
}
