package import CanonicalJSON

/// A conversation that makes a map: a question, an answer, the next question. A value, without terminal or file.
///
/// Every state is kept, so that going back is taking one away; a conversation is stored as its answers, and going on after a
/// break is giving them again.
package struct Interview: Sendable {
  private struct Moment {
    var question: Question
    var draft: InterviewDraft
  }

  /// As they were given; empty where a question was skipped.
  package private(set) var answers: [String] = []
  package private(set) var isFinished = false
  private var moments: [Moment]

  /// `title` is what the map is called if nobody knows better.
  package init(title: Text) {
    moments = [Moment(question: .title, draft: InterviewDraft(title: title))]
  }

  package var question: Question { moments.last?.question ?? .title }
  /// What was understood so far; without steps it is no valid map yet.
  package var map: ValueStreamMap { draft.map }
  /// In the order in which they were named.
  package var workTypes: [Text] { draft.typeIDs.map { draft.map.workTypes?[$0]?.name ?? $0 } }
  /// The ends of the loop that is being asked for.
  package var loop: (from: Text?, to: Text?) {
    (draft.loop.flatMap { name($0.from) }, draft.loop.flatMap { name($0.to) })
  }

  private var draft: InterviewDraft { moments.last?.draft ?? InterviewDraft(title: "") }

  /// The name of a step, by its number.
  package func stepName(_ number: Int) -> Text { map.steps.indices.contains(number) ? map.steps[number].name : "" }

  private func name(_ id: StepID) -> Text? { map.steps.first { $0.id == id }?.name }

  /// Takes the answer to the current question; the empty one skips it.
  ///
  /// - Throws: ``AnswerFault``, and the question stands as before.
  package mutating func answer(_ text: String) throws(AnswerFault) {
    let answer = SheetCell.trimmed(text)
    if question == .confirm {
      guard ["yes", "y"].contains(answer.lowercased()) else {
        throw answer.isEmpty ? .needed : .unknownWord(answer, known: ["yes", "back", "stop"])
      }
      isFinished = true
      return
    }
    var draft = draft
    try draft.take(answer, to: question)
    if let problem = draft.brokenRule { throw .breaksRule(problem.sentence) }
    answers.append(answer)
    moments.append(Moment(question: draft.question(after: question, answered: !answer.isEmpty), draft: draft))
  }

  /// Goes back to the question before, and gives the answer that it had; nil at the first one.
  package mutating func back() -> String? {
    guard moments.count > 1 else { return nil }
    moments.removeLast()
    isFinished = false
    return answers.popLast()
  }
}
