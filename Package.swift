// swift-tools-version: 6.2
import PackageDescription

/// The rules every target is compiled under. On CI a warning is an error.
let rules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// A target of ours: the arrows of the house are the lists of dependencies below.
func part(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: rules)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: rules)
}

func library(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let foundation: [Target.Dependency] = ["Kernel", "Storage", "Markup", "Web"]
let log: Target.Dependency = .product(name: "Logging", package: "swift-log")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let httpParts: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let threads: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let http: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let sqlite: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let rawSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let httpServer: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let embedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")

/// Each holds a capability whole, and App puts them together.
let slices: [Target.Dependency] = [
    "People",
    "Plans",
    "Boards",
    "Reviews",
    "Library",
    "Papers",
    "Premises",
    "Inspections",
    "Quality",
    "Enforcement",
    "Register",
    "Performance",
]

let package = Package(
    name: "muster",
    products: [.executable(name: "muster", targets: ["muster"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        library("CLibpq", pkgConfig: "libpq", apt: "libpq-dev"),
        library("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
        library("CZip", pkgConfig: "libzip", apt: "libzip-dev"),
        library("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
        library("CLibxml", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
        library("CQrencode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
        library("CProj", pkgConfig: "proj", apt: "libproj-dev"),
        library("CCbc", pkgConfig: "cbc", apt: "coinor-libcbc-dev"),
        library("CXlsxwriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),

        part("Kernel", []),
        part("Programs", [subprocess, system]),
        part("Solver", ["CCbc"]),
        part("Storage", ["Kernel", "Programs", "CLibpq", "CSodium", "CZip", sqlite, rawSQLite, log, nio, threads]),
        part("Markup", ["Kernel"]),
        part("Documents", ["Kernel", "Programs", "Markup", "CZip", "CLibxml", "CXlsxwriter", "CQrencode"], resources: [.embedInCode("Assets")]),
        part("Web", ["Kernel", "Storage", "Markup", "CZlib", hummingbird, httpServer, http, httpParts, log, nio], resources: [.embedInCode("Assets")]),
        part("People", foundation + ["Documents", "CSodium", arguments, hummingbird, http, threads]),
        part("Plans", foundation + ["Documents", "People", arguments, hummingbird, http]),
        part("Boards", foundation + ["People", arguments, hummingbird, http]),
        part("Reviews", foundation + ["Documents", "People", arguments, hummingbird, http]),
        part("Library", foundation + ["Documents", "People", arguments, hummingbird, http]),
        part("Papers", foundation + ["Documents", "People", arguments, hummingbird, http]),
        part("Premises", foundation + ["Documents", "People", "CProj", arguments, hummingbird, http]),
        part("Inspections", foundation + ["Documents", "Solver", "People", "Premises", arguments, hummingbird, http]),
        part("Quality", foundation + ["Documents", "People", arguments, hummingbird, http]),
        part("Enforcement", foundation + ["Documents", "People", "Premises", arguments, hummingbird, http]),
        part("Register", foundation + ["Documents", "People", arguments, hummingbird, http]),
        part("Performance", foundation + ["Documents", "People", arguments, hummingbird, http]),
        part("App", foundation + slices + ["Programs", "Documents", arguments, configuration, http, hummingbird, lifecycle, nio, signals, log],
             resources: [.copy("Example")]),
        .executableTarget(name: "muster", dependencies: ["App"], swiftSettings: rules),

        .executableTarget(
            name: "benchmark-service", dependencies: ["Kernel", "Storage", "People", "Plans", "Premises", "Inspections", "Performance", "TestSupport", log],
            path: "Benchmarks/Service", swiftSettings: rules),
        .executableTarget(
            name: "benchmark-journal", dependencies: ["Kernel", "Storage", rawSQLite, log], path: "Benchmarks/Journal", swiftSettings: rules),
        .target(name: "TestSupport", dependencies: ["Kernel", "Storage", log], path: "Tests/Support", swiftSettings: rules),
        .target(name: "TestBrowser", dependencies: ["Web", hummingbird, http, log, nio, embedded, threads], path: "Tests/SupportBrowser", swiftSettings: rules),
        tests("KernelTests", ["Kernel"]),
        tests("ProgramsTests", ["Programs"]),
        tests("SolverTests", ["Solver"]),
        tests("StorageTests", ["Kernel", "Storage", "CLibpq", "TestSupport", log]),
        tests("MarkupTests", ["Kernel", "Markup", "TestSupport"]),
        tests("DocumentsTests", ["Kernel", "Storage", "TestSupport", "Markup", "Documents"], exclude: ["Samples", "Readers"]),
        tests("WebTests", ["Kernel", "Storage", "TestSupport", "TestBrowser", "Markup", "Web", hummingbird, http, log, nio]),
        tests("PeopleTests", ["Kernel", "Storage", "TestSupport", "TestBrowser", "Web", "People", arguments]),
        tests("PlansTests", ["Kernel", "Storage", "TestSupport", "Documents", "Web", "People", "Plans"]),
        tests("BoardsTests", ["Kernel", "Storage", "TestSupport", "TestBrowser", "Web", "People", "Boards", arguments]),
        tests("ReviewsTests", ["Kernel", "Storage", "TestSupport", "Web", "People", "Reviews", arguments]),
        tests("LibraryTests", ["Kernel", "Storage", "TestSupport", "People", "Library", arguments]),
        tests("PapersTests", ["Kernel", "Storage", "TestSupport", "Documents", "People", "Papers", arguments]),
        tests("PremisesTests", ["Kernel", "Storage", "TestSupport", "Documents", "People", "Premises", arguments]),
        tests("InspectionsTests", ["Kernel", "Storage", "TestSupport", "Documents", "Solver", "People", "Premises", "Inspections", arguments]),
        tests("QualityTests", ["Kernel", "Storage", "TestSupport", "Documents", "People", "Quality", arguments]),
        tests("EnforcementTests", ["Kernel", "Storage", "TestSupport", "Documents", "People", "Premises", "Enforcement", arguments]),
        tests("RegisterTests", ["Kernel", "Storage", "TestSupport", "TestBrowser", "Documents", "Web", "People", "Register", arguments, nio]),
        tests("PerformanceTests", ["Kernel", "Storage", "TestSupport", "Documents", "People", "Performance", arguments]),
        tests("AppTests", foundation + slices + ["TestSupport", "TestBrowser", "Documents", "App", log, hummingbird, http, arguments], exclude: ["Crashes"]),
        tests("ArchitectureTests", []),
    ],
    swiftLanguageModes: [.v6]
)
