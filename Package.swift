// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "vraagbaak",
  products: [
    .library(name: "Vraagbaak", targets: ["Vraagbaak"]),
    .executable(name: "vraagbaak", targets: ["VraagbaakCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/onevcat/Rainbow", from: "4.2.2"),
  ],
  targets: [
    .target(
      name: "CXapianShim",
      path: "CXapianShim",
      linkerSettings: [.linkedLibrary("xapian")]
    ),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .target(name: "Xapian", dependencies: ["CXapianShim"]),
    .target(name: "DutchText"),
    .target(name: "WrittenQuestions"),
    .target(
      name: "Vraagbaak",
      dependencies: ["CNettle", "Xapian", "DutchText", "WrittenQuestions"]
    ),
    .executableTarget(
      name: "VraagbaakCLI",
      dependencies: [
        "Vraagbaak", "Rainbow",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "search-benchmark", dependencies: ["Vraagbaak"], path: "Benchmarks/SearchBenchmark"),
    .executableTarget(name: "search-tasks", dependencies: ["Vraagbaak"], path: "Examples/Tasks"),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "XapianTests", dependencies: ["Xapian", "TestSupport"]),
    .testTarget(name: "DutchTextTests", dependencies: ["DutchText", "Xapian", "TestSupport"]),
    .testTarget(name: "WrittenQuestionsTests", dependencies: ["WrittenQuestions", "TestSupport"]),
    .testTarget(name: "VraagbaakTests", dependencies: ["Vraagbaak", "TestSupport"]),
    .testTarget(name: "VraagbaakCLITests", dependencies: ["VraagbaakCLI", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
