import CanonicalJSON
import Rendering
import ValueStreams

/// The words for why a map cannot be changed as asked.
extension Message {
  init(_ error: EditError) {
    switch error {
    case .word(let word, let fault): self.init(word, fault)
    case .invalid(let problems):
      let lines = problems.map { "\($0.place): \($0.problem.sentence)" }
      self.init(.invalidData, "the changed map would not be valid", lines.joined(separator: "\n"))
    }
  }

  private init(_ word: String, _ fault: EditError.Fault) {
    switch fault {
    case .unknownStep(let nearest):
      self.init(
        .notThere, "there is no step \"\(word)\"",
        nearest.map { "Did you mean \"\($0)\"?" } ?? "Name a step by its id, and give fields as FIELD=VALUE.")
    case .ambiguousStep(let ids):
      self.init(
        .usage, "several steps are called \"\(word)\"", "Say which by id: \(ids.map(\.string).joined(separator: ", "))")
    case .identity:
      self.init(.usage, "\(word): a step's id is what versions know it by", "Give it another name with name=\"…\".")
    case .notANumber(let text):
      self.init(
        .usage, "\(word): \"\(text)\" is not a number", "Write a number such as 80, 0.5 or 80%; nothing takes it away.")
    case .loopForm:
      self.init(.usage, "\"\(word)\" does not say a loop", "Write FROM:TO=PERCENT, such as approval:copy=20%.")
    case .teamForm: self.init(.usage, "\"\(word)\" does not say a team", "Write ID=NAME, such as legal=\"Legal team\".")
    case .unknownLoop(let from, let to):
      self.init(.notThere, "no work goes back from \(from) to \(to)", "To add that loop: --rework \(from):\(to)=20%")
    case .besideItself: self.init(.usage, "\(word) cannot be moved next to itself", "Name another step.")
    case .lastStep: self.init(.usage, "\(word) is the only step, and a map needs one", "Add another first.")
    }
  }
}
