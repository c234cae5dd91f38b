import Git
import TestSupport
import Testing

@Suite struct GitDateTests {
  @Test(
    "Dates read as git reads them",
    arguments: [
      "@1112911993 +0200", "1112911993 +0200", "1112911993 -0330", "Thu, 7 Apr 2005 22:13:13 +0200",
      "Thu, 07 Apr 2005 22:13:13 GMT", "2005-04-07T22:13:13+02:00", "2005-04-07T22:13:13Z", "2005-04-07 22:13:13 +0200",
      "2005-04-07 22:13:13", "2005-04-07T22:13:13.019-0600", "2005.04.07 22:13:13 +0100", "04/07/2005 22:13:13 +0200",
      "07.04.2005 22:13:13 +0200", "Thu Apr 7 22:13:13 2005 +0200", "2005-04-07 22:13", "2005-04-07T22:13:13",
    ])
  func likeGit(text: String) throws {
    let scratch = try Scratch()
    try scratch.git("init", "-q")
    try scratch.git("commit", "--allow-empty", "-m", "x", environment: ["GIT_AUTHOR_DATE": text])
    let expected = try scratch.git("log", "-1", "--format=%ad", "--date=raw")
    let moment = try #require(Moment(gitDate: text))
    let (hours, minutes) = abs(moment.offset).quotientAndRemainder(dividingBy: 60)
    let zone = hours * 100 + minutes
    let digits = String(repeating: "0", count: 4 - String(zone).count) + String(zone)
    #expect("\(moment.seconds) \(moment.offset < 0 ? "-" : "+")\(digits)" == expected)
  }

  @Test(
    "What is no date is refused",
    arguments: ["", "yesterday-ish", "2005-13-01", "07 Foo 2005", "2005-04-07 25:00", "x"])
  func refused(text: String) {
    #expect(Moment(gitDate: text) == nil)
  }
}
