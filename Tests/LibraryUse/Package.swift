// swift-tools-version: 6.1

import PackageDescription

// The library products used from outside, as a stranger would: `swift run --package-path Tests/LibraryUse`.
let package = Package(
  name: "LibraryUse",
  dependencies: [.package(name: "mujaz", path: "../..")],
  targets: [
    .executableTarget(
      name: "LibraryUse",
      dependencies: [.product(name: "UnicodeText", package: "mujaz"), .product(name: "Cells", package: "mujaz")])
  ],
  swiftLanguageModes: [.v6])
