/// What a column of a spreadsheet can say of a step, and by which titles it is known.
package enum SheetColumn: String, CaseIterable, Sendable {
  case id, number, step, team, after, arrives, wait, process, lead, accuracy, queue, value, basis, source, notes
  case waitRange = "wait range"
  case processRange = "process range"
  case reworkTo = "rework to"
  case reworkPercent = "rework %"
  case reworkWait = "rework wait"
  case replaces
  /// A column that is left out.
  case ignore

  /// Titles without spaces and punctuation, in small letters; see ``SheetTitle``.
  var titles: [String] {
    switch self {
    case .id: ["id", "stepid"]
    case .number: ["#", "no", "nr", "number", "stepno", "step#", "stepnr", "stepnumber", "seq", "sequence", "order"]
    case .step:
      [
        "step", "steps", "stepname", "activity", "activities", "activityname", "task", "taskname", "name",
        "processstep",
        "processname", "operation", "whathappens", "what",
      ]
    case .team:
      [
        "team", "teams", "owner", "stepowner", "who", "whodoesit", "role", "department", "dept", "function", "by",
        "doneby", "performedby", "performer", "responsible", "resource", "actor", "group", "assignee",
      ]
    case .after:
      [
        "after", "comesafter", "predecessor", "predecessors", "dependson", "dependency", "dependencies", "previous",
        "previousstep", "inputfrom",
      ]
    case .arrives: ["arrives", "arrival", "pushpull", "pushorpull"]
    case .wait:
      [
        "wait", "waits", "waiting", "waittime", "waitingtime", "wt", "queuetime", "qt", "delay", "delaytime", "idle",
        "idletime", "waitbefore", "timewaiting",
      ]
    case .process:
      [
        "process", "processtime", "processingtime", "pt", "cycletime", "ct", "touchtime", "tt", "worktime", "workedon",
        "workingtime", "handson", "handsontime", "activetime", "effort",
      ]
    case .lead:
      [
        "lead", "leadtime", "lt", "totaltime", "elapsed", "elapsedtime", "turnaround", "turnaroundtime", "tat",
        "throughputtime",
      ]
    case .accuracy:
      [
        "%c&a", "c&a", "c&a%", "%ca", "ca", "ca%", "pca", "accuracy", "percentcompleteaccurate",
        "percentcompleteandaccurate", "percentcomplete&accurate", "%completeaccurate", "%completeandaccurate",
        "%complete&accurate", "completeandaccurate", "complete&accurate", "firsttimeright", "%firsttimeright", "ftr",
        "rightfirsttime", "firstpassyield", "fpy",
      ]
    case .queue:
      [
        "queue", "queued", "queuelength", "queuesize", "inqueue", "wip", "workinprogress", "workinprocess", "backlog",
        "inventory", "items", "itemswaiting",
      ]
    case .value: ["value", "valueadd", "valueadded", "valueadding", "va", "vanva", "vaornva", "valuetype"]
    case .basis: ["basis"]
    case .source: ["source", "sources", "datasource", "evidence"]
    case .notes: ["notes", "note", "comment", "comments", "remark", "remarks", "description", "details"]
    case .waitRange: ["waitrange"]
    case .processRange: ["processrange"]
    case .reworkTo:
      ["reworkto", "returnsto", "returnto", "backto", "goesbackto", "sendsbackto", "loopsbackto", "loopto"]
    case .reworkPercent:
      [
        "rework%", "%rework", "rework", "reworkpercent", "reworkrate", "returned%", "%returned", "returnrate",
        "rejectrate",
      ]
    case .reworkWait: ["reworkwait", "reworkwaittime", "reworkdelay"]
    case .replaces: ["replaces"]
    case .ignore: []
    }
  }

  /// Whether its cells hold times, for which a title may name the unit.
  var holdsTimes: Bool {
    switch self {
    case .wait, .process, .lead, .waitRange, .processRange, .reworkWait: true
    default: false
    }
  }
}
