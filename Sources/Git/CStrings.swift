/// Calls `body` with `strings` as C strings that live as long as the call.
func withCStrings<Result>(
  _ strings: ArraySlice<String>, _ found: [UnsafePointer<CChar>] = unsafe [],
  _ body: ([UnsafePointer<CChar>]) -> Result
) -> Result {
  guard let first = strings.first else { return unsafe body(found) }
  return unsafe first.withCString { unsafe withCStrings(strings.dropFirst(), found + [$0], body) }
}
