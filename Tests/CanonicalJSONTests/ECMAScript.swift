import Foundation
import TestSupport

/// Node.js, the independent implementation whose `JSON` and `Number` RFC 8785 builds upon.
enum ECMAScript {
  /// Node is not installed. The proofs fail then; they are never skipped.
  struct Missing: Error, CustomStringConvertible {
    let description = "node is not installed, and the proofs compare with it: install the package nodejs"
  }

  /// Runs `script`, where `input` is a Buffer with these bytes and `print` takes a string or Buffer, and gives what it prints.
  static func run(_ script: String, on input: [UInt8]) throws -> [UInt8] {
    let scratch = try Scratch()
    let question = URL(fileURLWithPath: scratch.path + "/question")
    let answer = URL(fileURLWithPath: scratch.path + "/answer")
    try Data(input).write(to: question)
    let program = """
      const fs = require("fs"), [question, answer] = process.argv.slice(1), input = fs.readFileSync(question);
      const print = (output) => fs.writeFileSync(answer, output);
      \(script)
      """
    do {
      try scratch.run("node", ["-e", program, question.path, answer.path])
    } catch let failed as Scratch.Failed where failed.status == 127 {
      throw Missing()
    }
    return [UInt8](try Data(contentsOf: answer))
  }
}
