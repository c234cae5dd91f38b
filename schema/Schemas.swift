/// The published schemas that the program carries with it.
package enum Schemas {
  /// `map.schema.json`, as `init` puts it into an archive for editors.
  package static let map: [UInt8] = PackageResources.map_schema_json
}
