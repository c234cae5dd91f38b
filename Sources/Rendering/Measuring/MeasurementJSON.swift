package import CanonicalJSON
import Measuring
import ValueStreams

/// `vsm-measurement/1`, as `schema/measurement.schema.json` describes it; times in seconds of working time.
extension MeasurementText {
  package var json: JSON {
    [
      "format": "vsm-measurement/1", "title": .string(map.title), "source": .value(source),
      "from": .value(measurement.period.first), "to": .value(measurement.period.last),
      "hours": .value(measurement.hours.text), "zone": .value(measurement.zone),
      "holidays": .value(measurement.holidays),
      "moments": .value(measurement.kind.rawValue), "events": .value(measurement.events),
      "items": .value(measurement.items), "itemTime": json(measurement.itemTimes),
      "itemsPerSecond": .value(measurement.arrivalRate), "leadTime": .number(leadTime),
      "steps": .array(measurement.steps.map(json)), "loops": .array(measurement.loops.map(json)),
      "unknown": .array(
        measurement.unknown.map {
          ["activity": .value($0.activity), "events": .value($0.events), "after": .value($0.after)]
        }),
      "notes": .array(notes.map { .value($0) }),
    ]
  }

  private func json(_ step: Measurement.StepMeasure) -> JSON {
    [
      "id": .string(step.id), "passes": .value(step.passes), "items": .value(step.items), "waitTime": json(step.wait),
      "processTime": json(step.process), "waitAndProcessTime": json(step.both), "returns": .value(step.returns),
      "percentCompleteAccurate": .value(step.percentCompleteAccurate),
    ]
  }

  private func json(_ loop: Measurement.LoopMeasure) -> JSON {
    [
      "from": .string(loop.from), "to": .string(loop.to), "count": .value(loop.count), "percent": .number(loop.percent),
      "extraWaitTime": .value(loop.extraWait),
    ]
  }

  private func json(_ sample: Sample?) -> JSON {
    guard let sample else { return .null }
    return [
      "sample": .value(sample.count), "mean": .number(sample.mean), "median": .number(sample.median),
      "percentile85": .number(sample.percentile85), "low": .number(sample.low), "high": .number(sample.high),
    ]
  }
}
