extension JSONReader {
  /// Collects a problem of the current value, or of the container that it stands in, unless there are too many to tell.
  mutating func report(_ kind: JSONProblem.Kind, at offset: Int, inContainer: Bool = false) {
    guard !problems.isFull else { return problems.count() }
    problems.append(problem(kind, at: offset, inContainer: inContainer))
  }

  /// Collects the problem that makes it impossible to go on. It is kept even if there are many others.
  mutating func stop(_ kind: JSONProblem.Kind, at offset: Int, inContainer: Bool = false) -> Stop {
    problems.append(problem(kind, at: offset, inContainer: inContainer))
    return Stop()
  }

  private mutating func problem(_ kind: JSONProblem.Kind, at offset: Int, inContainer: Bool) -> JSONProblem {
    let pointer = pointer(upTo: inContainer ? levels.count - 1 : levels.count)
    return JSONProblem(kind: kind, offset: offset, position: place(of: offset), pointer: pointer)
  }

  mutating func place(of offset: Int) -> JSONPosition {
    lines.position(of: offset, in: bytes)
  }

  /// The way to the value that is being read, or the first `depth` steps of it.
  private func pointer(upTo depth: Int) -> JSONPointer {
    var pointer = JSONPointer()
    let children = levels.dropFirst().map(\.child) + [child]
    for (level, child) in zip(levels, children).prefix(depth) where child >= 0 {
      pointer.append(entries[level.entry].kind == .object ? text(at: child) : Text(String(child)))
    }
    return pointer
  }

  /// The text, mostly a key, of an entry.
  func text(at index: Int) -> Text {
    withText(at: index) { Text(String(decoding: $0, as: UTF8.self)) }
  }

  func withText<Result>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    entries[index].withText(in: bytes, unescaped, body)
  }

  /// What stands in the file, for a message: at most forty scalars.
  func excerpt(from start: Int, to end: Int) -> Text {
    let most = 40
    let slice = bytes[start..<min(end, bytes.count, start + 4 * most + 4)]
    return Text(String(decoding: slice, as: UTF8.self)).shortened(to: most)
  }
}

extension Text {
  /// At most `count` scalars, with an ellipsis where something was left out.
  func shortened(to count: Int) -> Text {
    let scalars = string.unicodeScalars
    guard scalars.count > count else { return self }
    return Text(String(scalars.prefix(count)) + "…")
  }
}
