extension MeasuredWork {
  /// Σ Tᵢ on the critical path: from the moment an item enters the stream until it leaves.
  var leadTime: Double {
    criticalPath.reduce(0) { $0 + expected.times[$1].time }
  }

  /// Σ wᵢ on the critical path: the time that an item lies waiting when nothing is sent back.
  var waitTime: Double {
    criticalPath.reduce(0) { $0 + wait[$1] }
  }

  /// Σ pᵢ on the critical path: the time that an item is worked on when nothing is sent back.
  var processTime: Double {
    criticalPath.reduce(0) { $0 + process[$1] }
  }

  /// Σ of the loop costs on the critical path. Lead time = wait time + process time + rework time.
  var reworkTime: Double {
    criticalPath.reduce(0) { $0 + expected.rework[$1] }
  }
}
