/// The CSS of all pictures: the tones as variables that a page may set anew, a dark set for dark screens.
package enum PictureStylesheet {
  /// Paper is always light: the dark set applies to screens only.
  package static let text: String = {
    func variables(_ value: (Tone) -> String) -> String {
      Tone.all.map { "--vsm-\($0.name):\(value($0))" }.joined(separator: ";")
    }
    let rules = Tone.all.map {
      ".vsm .f-\($0.name){fill:var(--vsm-\($0.name))}.vsm .s-\($0.name){stroke:var(--vsm-\($0.name))}\n"
    }
    return ".vsm{\(variables(\.light))}\n"
      + "@media screen and (prefers-color-scheme:dark){.vsm{\(variables(\.dark))}}\n"
      + rules.joined()
  }()
}
