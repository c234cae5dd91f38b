// swift-tools-version: 6.2
import PackageDescription

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "vsmrepo",
  products: [
    .executable(name: "vsmrepo", targets: ["vsmrepo"]),
    .executable(name: "vsmrepo-web", targets: ["vsmrepo-web"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CGit", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
    .target(name: "Git", dependencies: ["CGit"], swiftSettings: [.strictMemorySafety()]),
    .target(name: "CanonicalJSON"),
    .target(name: "ValueStreams", dependencies: ["CanonicalJSON"]),
    .target(name: "Changes", dependencies: ["CanonicalJSON", "ValueStreams"]),
    .target(name: "Measuring", dependencies: ["CanonicalJSON", "ValueStreams"]),
    .target(name: "Archives", dependencies: ["CanonicalJSON", "Git", "ValueStreams"]),
    .target(name: "Rendering", dependencies: ["CanonicalJSON", "Changes", "Measuring", "ValueStreams"]),
    .target(name: "Reports", dependencies: ["Archives", "CanonicalJSON", "Changes", "Rendering", "ValueStreams"]),
    .target(
      name: "Schemas", path: "schema",
      exclude: ["diff.schema.json", "forecast.schema.json", "measurement.schema.json", "metrics.schema.json"],
      resources: [.embedInCode("map.schema.json")]),
    .target(
      name: "Console",
      dependencies: [
        "Archives", "CanonicalJSON", "Changes", "Measuring", "Rendering", "Reports", "ValueStreams", argumentParser,
      ]),
    .executableTarget(
      name: "vsmrepo",
      dependencies: [
        "Archives", "CanonicalJSON", "Changes", "Console", "Measuring", "Rendering", "Reports", "Schemas",
        "ValueStreams",
        argumentParser,
        subprocess,
      ]),
    .target(
      name: "PageFiles",
      resources: [
        .embedInCode("apology.mustache"), .embedInCode("archive.mustache"), .embedInCode("change.mustache"),
        .embedInCode("comparison.mustache"), .embedInCode("experiments.mustache"), .embedInCode("history.mustache"),
        .embedInCode("icon.svg"), .embedInCode("improvements.mustache"), .embedInCode("layout.mustache"),
        .embedInCode("link.mustache"), .embedInCode("pages.css"), .embedInCode("pages.js"),
        .embedInCode("plan.mustache"), .embedInCode("stream.mustache"), .embedInCode("version.mustache"),
        .embedInCode("versions.mustache"),
      ]),
    .target(
      name: "Browsing",
      dependencies: [
        "Archives", "CanonicalJSON", "Changes", "PageFiles", "Rendering", "Reports", "ValueStreams", httpTypes,
        hummingbird, hummingbirdCore, logging, mustache, nio,
      ]),
    .executableTarget(
      name: "vsmrepo-web",
      dependencies: [
        "Archives", "Browsing", "CanonicalJSON", "Changes", "Console", "Rendering", "Reports", "ValueStreams",
        argumentParser, logging,
      ]),

    .target(name: "TestSupport", dependencies: ["CanonicalJSON", "ValueStreams"], path: "Tests/Support"),
    .testTarget(name: "CanonicalJSONTests", dependencies: ["CanonicalJSON", "TestSupport"]),
    .testTarget(
      name: "ValueStreamsTests", dependencies: ["CanonicalJSON", "ValueStreams", "TestSupport"], exclude: ["Corpus"]),
    .testTarget(name: "MeasuringTests", dependencies: ["CanonicalJSON", "Measuring", "ValueStreams", "TestSupport"]),
    .testTarget(name: "ChangesTests", dependencies: ["CanonicalJSON", "Changes", "ValueStreams", "TestSupport"]),
    .testTarget(name: "GitTests", dependencies: ["Git", "TestSupport"]),
    .executableTarget(
      name: "ArchiveProbe", dependencies: ["Archives", "CanonicalJSON", "ValueStreams"], path: "Tests/Probe"),
    .testTarget(
      name: "ArchivesTests", dependencies: ["ArchiveProbe", "Archives", "Git", "ValueStreams", "TestSupport"]),
    .executableTarget(
      name: "InProcess", dependencies: ["CanonicalJSON", "Changes", "ValueStreams"],
      path: "Tests/Benchmarks/InProcess"),
    .testTarget(
      name: "RenderingTests",
      dependencies: ["CanonicalJSON", "Changes", "Measuring", "Rendering", "ValueStreams", "TestSupport"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "BrowsingTests",
      dependencies: ["Archives", "Browsing", "CanonicalJSON", "PageFiles", "TestSupport", "ValueStreams"]),
    .testTarget(
      name: "CommandTests", dependencies: ["CanonicalJSON", "TestSupport", "ValueStreams", "vsmrepo", "vsmrepo-web"],
      exclude: ["Snapshots"]),
  ]
)

for target in package.targets where target.type == .executable {
  // A program exports nothing but what the libraries it is linked with ask for: what it does not call itself can be left out.
  target.linkerSettings = [
    .unsafeFlags(
      ["-use-ld=lld", "-Xlinker", "--no-export-dynamic"], .when(platforms: [.linux], configuration: .release))
  ]
}

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .swiftLanguageMode(.v6),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .treatAllWarnings(as: .error),
      // The rooms are small and call each other everywhere: the optimiser may look across their walls.
      .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
    ]
}
