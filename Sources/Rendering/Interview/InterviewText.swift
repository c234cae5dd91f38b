import CanonicalJSON
package import ValueStreams

/// What an interview says: the question, what its words mean, and why an answer is asked for again.
package struct InterviewText {
  private let interview: Interview

  package init(_ interview: Interview) {
    self.interview = interview
  }

  /// The current question, with an explanation where it is the first of its kind, or where one is `wanted`.
  package func question(_ terminal: Terminal, explained wanted: Bool = false) -> String {
    let question = interview.question
    var page = Page(terminal)
    let heading = heading(question)
    if let heading { page.add(StyledText(heading, .heading)) }
    page.wrap(StyledText(ask(question), .strong), indent: 0)
    if wanted || question.isFirstOfItsKind {
      for line in explanation(question) { page.wrap("  \(line, .faint)", indent: 2) }
    }
    if let known = known(question) { page.wrap("  \(known, .faint)", indent: 2) }
    return (heading == nil ? "" : "\n") + page.string()
  }

  /// What the map looks like so far, for the last question; empty while it cannot be measured.
  package func summary(_ terminal: Terminal) -> String {
    let map = interview.map
    guard let flow = try? Flow(map), let metrics = try? Metrics(map, flow) else { return "" }
    return ShowText(map, flow, metrics, Provenance(label: "as you told it")).render(terminal)
  }

  // MARK: Words

  private func heading(_ question: Question) -> String? {
    switch question {
    case .title: return "The stream"
    case .step(0): return "Its steps"
    case .team(let step):
      return "Step \(step + 1) of \(interview.map.steps.count): \(visible(interview.stepName(step).string))"
    case .basis: return "All figures"
    case .loopFrom(0): return "What comes back"
    case .skipped(0): return "The types of work"
    case .doneWhen: return "The end"
    default: return nil
    }
  }

  private func ask(_ question: Question) -> String {
    switch question {
    case .title: "What is this stream called?"
    case .trigger: "What sets it off?"
    case .sources: "Where does the work come from?"
    case .workTypes: "Which types of work flow through it?"
    case .demand: "How much comes in?"
    case .ownTeam: "Whose stream is it?"
    case .step(0): "What is the first step?"
    case .step: "And then? Enter: that was the last."
    case .team: "Who does it?"
    case .after: "What has to be finished before it begins?"
    case .wait: "How long does work lie waiting before anybody begins with it?"
    case .process: "How long is it worked on?"
    case .accuracy: "How many percent of what comes out can the next step use as it is?"
    case .value: "Is it of value to the customer: adding, necessary or non-adding?"
    case .basis: "Where do these times and percents come from: guess, observed or measured?"
    case .loopFrom(0): "After which step does work come back, to be done again?"
    case .loopFrom: "After which step does it come back as well? Enter: no other."
    case .loopTo: "From \(name(interview.loop.from)) it goes back to which step?"
    case .loopPercent:
      "How many percent go back from \(name(interview.loop.from)) to \(name(interview.loop.to))?"
    case .skipped(let type): "Which steps does \(visible(interview.workTypes[type].string)) not need?"
    case .doneWhen: "When is it done?"
    case .customers: "Where does it go?"
    case .confirm: "Is this right? \"yes\" writes the map, \"back\" goes back, \"stop\" keeps it for later."
    }
  }

  private func explanation(_ question: Question) -> [String] {
    switch question {
    case .title:
      [
        "A value stream is every step from a request to the moment somebody can use the result.",
        "Enter: \(visible(interview.map.title.string))",
      ]
    case .trigger: ["The event that makes you begin, such as: A sales lead files a request."]
    case .sources: ["Who asks for it, or which plan; several between commas."]
    case .workTypes:
      [
        "Types that take other ways or other times, with their share in percent: Campaign 70, Blog post 30.",
        "Enter: it is all of one kind.",
      ]
    case .demand: ["Such as: 6 a week, 20 per 2 weeks."]
    case .ownTeam: ["The team that can change how the work is done; others it depends on count as outside."]
    case .step:
      [
        "A step is work that one team does without handing it on. Name the steps one by one, in the order in which work "
          + "takes them: what must happen for it to be complete?"
      ]
    case .team: ["The team, not the person. Where another team goes on, the work is handed over: a handoff."]
    case .after:
      [
        "For work that runs side by side, name the step it waits for, or several between commas. \"none\": it starts by "
          + "itself."
      ]
    case .wait:
      ["Wait time, per time that work comes by: 3d, 4 hours, 30 min. A guess is a good first figure. Enter: not known."]
    case .process: ["Process time: hands on, as if nobody were interrupted. A day has 8 hours."]
    case .accuracy:
      ["%C&A, complete and accurate: 80 means that 20 of 100 need asking back or correcting further on."]
    case .value:
      [
        "adding: the customer would pay for it. necessary: nobody would, but it must be (law, safety). non-adding: neither; "
          + "one might do without."
      ]
    case .basis:
      [
        "observed: somebody watched and noted it. measured: out of a system. Said for all steps now; \"vsmrepo set\" says it "
          + "for one."
      ]
    case .loopFrom: ["Rework: corrections, rounds, returns. Enter: it never comes back."]
    case .loopTo: ["To the step itself, or to one before it."]
    case .loopPercent: ["Of all the work that leaves the step. Enter: not known; it is noted."]
    case .skipped: ["Several between commas. Enter: it takes them all."]
    case .doneWhen: ["What has happened when the customer can use it."]
    case .customers: ["Who gets the result; several between commas."]
    case .confirm: []
    }
  }

  /// What an answer can name.
  private func known(_ question: Question) -> String? {
    switch question {
    case .team:
      let teams = (interview.map.teams ?? [:]).map { visible(($0.value.name ?? $0.key).string) }
      return teams.isEmpty ? nil : "So far: \(teams.joined(separator: ", "))"
    case .after(let step): return "Enter: \(name(interview.stepName(step - 1)))"
    case .loopFrom, .skipped:
      return interview.map.steps.enumerated().map { "\($0.offset + 1) \(visible($0.element.name.string))" }
        .joined(separator: ", ")
    default: return nil
    }
  }
}
