/// The map as one writes it down for Foundation's coders: the same fields, read and written without a check.
struct PlainMap: Codable {
  struct Step: Codable {
    var id: String
    var name: String
    var team: String?
    var waitTime: String?
    var processTime: String?
    var percentCompleteAccurate: Double?
    var basis: String?
    var after: [String]?
    var notes: String?
  }
  struct Rework: Codable {
    var from: String
    var to: String
    var percent: Double
  }
  struct Team: Codable {
    var name: String?
    var control: String?
    var people: Double?
  }
  struct Demand: Codable {
    var items: Double
    var per: String
  }

  var format: String
  var title: String
  var asOf: String?
  var team: String?
  var trigger: String?
  var doneWhen: String?
  var demand: Demand?
  var teams: [String: Team]?
  var steps: [Step]
  var rework: [Rework]?
}
