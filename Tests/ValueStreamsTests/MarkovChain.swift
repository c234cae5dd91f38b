import CanonicalJSON
import ValueStreams

/// A chain of steps with loops as an absorbing Markov chain, solved as linear equations: an answer that owes nothing to
/// the formulas under test.
struct MarkovChain {
  /// By step: the chance to go from it to each step.
  private let transitions: [[Double]]
  /// By step: what one pass adds on average, in seconds.
  private let lead: [Double]
  private let process: [Double]

  init(chain map: ValueStreamMap) {
    let count = map.steps.count
    let indices = [StepID: Int](uniqueKeysWithValues: zip(map.steps.map(\.id), 0..<count))
    var transitions = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    process = map.steps.map { Double($0.processTime?.seconds ?? 0) }
    var lead = zip(map.steps, process).map { Double($0.waitTime?.seconds ?? 0) + $1 }
    for index in 0..<count where index + 1 < count { transitions[index][index + 1] = 1 }
    for loop in map.rework ?? [] {
      guard let from = indices[loop.from], let to = indices[loop.to] else { continue }
      let chance = loop.percent / 100
      transitions[from][to] += chance
      if from + 1 < count { transitions[from][from + 1] -= chance }
      lead[from] += chance * Double(loop.waitTime?.seconds ?? 0)
    }
    self.transitions = transitions
    self.lead = lead
  }

  /// The mean time from the first step until absorption.
  var leadTime: Double { solve(lead).first ?? 0 }
  var effort: Double { solve(process).first ?? 0 }

  /// Solves x = reward + P·x by elimination with pivoting.
  private func solve(_ reward: [Double]) -> [Double] {
    let count = reward.count
    var rows = (0..<count).map { row in
      (0..<count).map { ($0 == row ? 1 : 0) - transitions[row][$0] } + [reward[row]]
    }
    for column in 0..<count {
      let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for row in 0..<count where row != column && rows[row][column] != 0 {
        let factor = rows[row][column] / rows[column][column]
        for entry in column...count { rows[row][entry] -= factor * rows[column][entry] }
      }
    }
    return (0..<count).map { rows[$0][count] / rows[$0][$0] }
  }
}
