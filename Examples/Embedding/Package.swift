// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Embedding",
  dependencies: [.package(name: "vraagbaak", path: "../..")],
  targets: [
    .executableTarget(
      name: "Embedding", dependencies: [.product(name: "Vraagbaak", package: "vraagbaak")],
      swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")])
  ]
)
