// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "vraagbaak",
  products: [
    .library(name: "Vraagbaak", targets: ["Vraagbaak", "WrittenQuestions", "Extraction"]),
    .library(name: "ModelContext", targets: ["ModelContext"]),
    .executable(name: "vraagbaak", targets: ["VraagbaakCLI"]),
    .executable(name: "vraagbaak-extract", targets: ["ExtractCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
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
    .target(name: "Text", resources: [.embedInCode("Folding/compatibility.txt")]),
    .target(
      name: "DutchText", dependencies: ["Text"],
      resources: [.embedInCode("Words")]),
    .target(
      name: "Extraction",
      dependencies: ["CNettle", "Text", .product(name: "SystemPackage", package: "swift-system")]),
    .target(
      name: "CPopplerShim",
      path: "CPopplerShim",
      linkerSettings: [.linkedLibrary("poppler-cpp")]
    ),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibArchive", providers: [.apt(["libarchive-dev"])]),
    .target(
      name: "DocumentFormats",
      dependencies: ["CPopplerShim", "CLibXML2", "CLibArchive", "Extraction", "Text"]),
    .executableTarget(name: "ExtractCLI", dependencies: ["DocumentFormats"]),
    .target(
      name: "WrittenQuestions", dependencies: ["Text", "Extraction"],
      resources: [.embedInCode("Words")]),
    .target(
      name: "Vraagbaak",
      dependencies: [
        "Xapian", "Text", "DutchText", "Extraction", "WrittenQuestions",
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .target(name: "ModelContext", dependencies: ["Vraagbaak", "WrittenQuestions"]),
    .executableTarget(
      name: "VraagbaakCLI",
      dependencies: [
        "Vraagbaak", "ModelContext", "Rainbow",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // Rainbow imports all of Foundation. One call of it would treble the program.
      swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")]
    ),
    .executableTarget(
      name: "search-benchmark", dependencies: ["Vraagbaak"], path: "Benchmarks/SearchBenchmark"),
    .executableTarget(
      name: "embedding-example", dependencies: ["Vraagbaak"], path: "Examples/Embedding"),
    .target(
      name: "TestSupport", dependencies: ["Extraction", "WrittenQuestions"],
      path: "Tests/TestSupport"),
    .testTarget(name: "TextTests", dependencies: ["Text"]),
    .testTarget(name: "ExtractionTests", dependencies: ["Extraction", "TestSupport"]),
    .testTarget(
      name: "DocumentFormatsTests",
      dependencies: ["DocumentFormats", "CLibArchive", "Extraction", "TestSupport"]),
    .testTarget(name: "XapianTests", dependencies: ["Xapian", "TestSupport"]),
    .testTarget(
      name: "DutchTextTests", dependencies: ["DutchText", "Text", "Xapian", "TestSupport"]),
    .testTarget(name: "WrittenQuestionsTests", dependencies: ["WrittenQuestions", "TestSupport"]),
    .testTarget(
      name: "ModelContextTests", dependencies: ["ModelContext", "Vraagbaak", "TestSupport"]),
    .testTarget(name: "VraagbaakTests", dependencies: ["Vraagbaak", "TestSupport"]),
    .testTarget(
      name: "VraagbaakCLITests", dependencies: ["VraagbaakCLI", "Vraagbaak", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
