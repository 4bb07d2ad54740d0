// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "search-tasks",
  dependencies: [.package(name: "vraagbaak", path: "../..")],
  targets: [
    .executableTarget(
      name: "search-tasks", dependencies: [.product(name: "Vraagbaak", package: "vraagbaak")],
      path: "Sources",
      swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")])
  ],
  swiftLanguageModes: [.v6]
)
