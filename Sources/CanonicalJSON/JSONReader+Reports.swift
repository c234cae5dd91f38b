extension JSONReader {
  /// Collects a problem of the current value, unless there are too many to tell.
  mutating func report(_ kind: JSONProblem.Kind, at offset: Int) {
    guard !problems.isFull else { return problems.count() }
    problems.append(
      JSONProblem(kind: kind, offset: offset, position: place(of: offset), pointer: pointer(upTo: levels.count)))
  }

  /// Collects the problem that makes it impossible to go on. It is kept even if there are many others.
  mutating func stop(_ kind: JSONProblem.Kind, at offset: Int) -> Stop {
    problems.append(
      JSONProblem(kind: kind, offset: offset, position: place(of: offset), pointer: pointer(upTo: levels.count)))
    return Stop()
  }

  func place(of offset: Int) -> JSONPosition {
    lines.position(of: offset, in: bytes)
  }

  /// The way to the value that is being read, or to the container `depth` levels down.
  private func pointer(upTo depth: Int) -> JSONPointer {
    var pointer = JSONPointer()
    for level in levels.prefix(depth) where level.current >= 0 {
      if entries[level.entry].kind == .object {
        pointer.append(text(at: level.current))
      } else {
        pointer.append(Text(String(level.current)))
      }
    }
    return pointer
  }

  /// The text, mostly a key, of an entry.
  func text(at index: Int) -> Text {
    withText(at: index) { Text(String(decoding: $0, as: UTF8.self)) }
  }

  private func withText<Result>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let entry = entries[index]
    guard entry.high >= bytes.count else {
      return body(UnsafeBufferPointer(rebasing: bytes[entry.high..<entry.high + entry.low]))
    }
    let start = entry.high - bytes.count
    return unescaped.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<start + entry.low])) }
  }

  /// What stands in the file, for a message: at most forty scalars.
  func excerpt(from start: Int, to end: Int) -> Text {
    let most = 40
    let slice = bytes[start..<min(end, bytes.count, start + 4 * most + 4)]
    return Text(String(decoding: slice, as: UTF8.self)).shortened(to: most)
  }

  /// Reports the keys that an object of `count` members, the last level, holds twice.
  ///
  /// Keys that ascend, as in every canonical file, cannot repeat; only others are sorted.
  mutating func reportDuplicates(in object: Int, count: Int) {
    guard count > 1 else { return }
    var previous = object + 1
    var remaining = count - 1
    while remaining > 0 {
      let key = next(after: previous + 1)
      guard isAscending(previous, key) else { break }
      previous = key
      remaining -= 1
    }
    guard remaining > 0 else { return }

    var keys: [Int] = []
    keys.reserveCapacity(count)
    var key = object + 1
    for _ in 0..<count {
      keys.append(key)
      key = next(after: key + 1)
    }
    keys.sort { left, right in
      isAscending(left, right) || (left < right && !isAscending(right, left))
    }
    var first = keys[0]
    for key in keys.dropFirst() {
      if isAscending(first, key) {
        first = key
      } else {
        levels[levels.count - 1].current = key
        let earlier = place(of: Int(entries[first].offset))
        report(.duplicateKey(text(at: key).shortened(to: 40), first: earlier), at: Int(entries[key].offset))
      }
    }
  }

  private func next(after index: Int) -> Int {
    let entry = entries[index]
    return entry.kind == .array || entry.kind == .object ? entry.low : index + 1
  }

  /// Whether one text stands before another by bytes, which will do to find equal ones.
  private func isAscending(_ left: Int, _ right: Int) -> Bool {
    withText(at: left) { leftBytes in withText(at: right) { compareBytes(leftBytes, $0) < 0 } }
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
