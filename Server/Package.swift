// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that neither building the command nor starting it costs anything for the
// web server's libraries.
let package = Package(
  name: "vraagbaak-server",
  products: [
    .library(name: "VraagbaakServer", targets: ["VraagbaakServer"]),
    .executable(name: "vraagbaak-serve", targets: ["ServeCLI"]),
  ],
  dependencies: [
    .package(name: "vraagbaak", path: ".."),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.24.0"),
  ],
  targets: [
    .target(
      name: "VraagbaakServer",
      dependencies: [
        .product(name: "Vraagbaak", package: "vraagbaak"),
        .product(name: "ModelContext", package: "vraagbaak"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [
        .embedInCode("schemas.json"), .embedInCode("Pages/Templates"),
        .embedInCode("Pages/Styles"),
      ]),
    .executableTarget(
      name: "ServeCLI",
      dependencies: [
        "VraagbaakServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "VraagbaakServerTests",
      // HummingbirdTesting would bring a client with TLS, which takes longer to build than all the rest.
      dependencies: ["VraagbaakServer"]),
  ],
  swiftLanguageModes: [.v6]
)
