package import CanonicalJSON
import Changes
import ValueStreams

/// The plan for a wiki page, a spreadsheet and other programs.
extension PlanText {
  package var markdown: String {
    var lines = [
      "# Plan: \(Markdown.escaped(current.map.title))", "",
      "Lead time \(durations.text(current.metrics.figures.leadTime)) → \(durations.text(future.metrics.figures.leadTime))",
      "",
      "| Gap | Lead time | Actions |", "| --- | ---: | --- |",
    ]
    for gap in plan.gaps {
      let actions = gap.actions.map { Markdown.escaped(current.map.actions?[$0]?.title ?? $0) }.joined(separator: ", ")
      let size = gap.size.map { durations.signed(-$0) } ?? ""
      lines.append("| \(Markdown.escaped(title(gap))) | \(size) | \(actions.isEmpty ? "**no action**" : actions) |")
    }
    lines += ["", "| Action | Status | Owner | Due | Promise |", "| --- | --- | --- | --- | --- |"]
    for progress in plan.progress {
      let action = progress.action
      let due = action.due.map { Dates.text($0) + (progress.isOverdue ? " **overdue**" : "") } ?? ""
      lines.append(
        "| \(Markdown.escaped(action.title)) | \(action.status?.rawValue ?? "proposed") | "
          + "\(action.owner.map { Markdown.escaped($0) } ?? "") | \(due) | \(Markdown.escaped(account(progress))) |")
    }
    if let next = plan.suggestion { lines += ["", "Next: \(Markdown.escaped(title(next)))"] }
    return lines.joined(separator: "\n") + "\n"
  }

  package var csv: String {
    var rows: [[CSV.Cell]] = [
      [
        "kind", "subject", "seconds", "own", "actions", "status", "due", "overdue", "baseline", "target", "actual",
        "kept",
      ]
      .map { .text($0) }
    ]
    for gap in plan.gaps {
      rows.append([
        .text("gap"), .text(title(gap)), gap.size.map { .number($0) } ?? .empty, .text(gap.isOwn ? "yes" : "no"),
        .text(gap.actions.map(\.string).joined(separator: " ")), .empty, .empty, .empty, .empty, .empty, .empty, .empty,
      ])
    }
    for progress in plan.progress {
      func number(_ value: Double?) -> CSV.Cell { value.map { .number($0) } ?? .empty }
      rows.append([
        .text("action"), .text(progress.action.title.string), .empty, .empty, .text(progress.id.string),
        .text(progress.action.status?.rawValue ?? "proposed"), .text(progress.action.due?.description ?? ""),
        .text(progress.isOverdue ? "yes" : "no"), number(progress.baseline), number(progress.target),
        number(progress.actual), number(progress.kept),
      ])
    }
    return CSV.document(rows)
  }

  /// `vsm-plan/1`.
  package var json: JSON {
    let gaps: [JSON] = plan.gaps.map { gap in
      ["subject": .value(title(gap)), "size": .value(gap.size), "own": .bool(gap.isOwn), "actions": .list(gap.actions)]
    }
    let actions: [JSON] = plan.progress.map { progress in
      [
        "id": .string(progress.id), "title": .string(progress.action.title),
        "status": .value(progress.action.status?.rawValue), "due": .value(progress.action.due),
        "overdue": .bool(progress.isOverdue), "figure": .value(progress.figure?.rawValue),
        "since": .value(progress.since?.version), "baseline": .value(progress.baseline),
        "target": .value(progress.target), "actual": .value(progress.actual), "kept": .value(progress.kept),
        "learned": .value(progress.action.learned),
      ]
    }
    return [
      "format": "vsm-plan/1", "stream": .value(provenance.stream), "version": .value(provenance.version),
      "commit": .value(provenance.commit),
      "leadTime": [
        "current": .number(current.metrics.figures.leadTime), "future": .number(future.metrics.figures.leadTime),
      ],
      "gaps": .array(gaps), "actions": .array(actions), "actionsWithoutGap": .list(plan.actionsWithoutGap),
      "next": .value(plan.suggestion.map(title)),
    ]
  }
}
