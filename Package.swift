// swift-tools-version: 6.2
// The house: every room, what it may lean on, and the settings that all rooms share. scripts/check-walls holds the walls.
import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// A room and the tests that belong to it.
func room(_ name: String, on dependencies: [String], tests extra: [String] = []) -> [Target] {
    let below = dependencies.map { Target.Dependency(stringLiteral: $0) }
    return [
        .target(name: name, dependencies: below),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.init(stringLiteral: name)] + below + extra.map { .init(stringLiteral: $0) }),
    ]
}

let package = Package(
    name: "dalesway",
    products: [
        .executable(name: "dalesway", targets: ["dalesway"]),
        .library(name: "BenchVault", type: .dynamic, targets: ["BenchVault"]),
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLinux"),
        .target(name: "Schema", path: "Schema", resources: [.embedInCode("V001-case-file.sql")]),
        .executableTarget(
            name: "dalesway",
            dependencies: [
                "CLinux", "Access", "AuditLog", "CaseModel", "CaseStore", "Cryptography", "Demonstration",
                "DisclosureControl", "Figures", "Interchange", "Lifecycle", "Printing", "Publishing", "Witnessing",
            ],
            // The verifier that goes into a pack is the one that stands beside the scripts.
            resources: [.embedInCode("Commands/verify-log")]),
        // The vault for the C driver of scripts/bench, which measures it beside others.
        .target(name: "BenchVault", dependencies: ["Cryptography", "SQLite", "Vault"], path: "scripts/bench-vault"),
        // Measures import, figures and the start of a command; scripts/bench runs it too.
        .executableTarget(
            name: "bench-case",
            dependencies: [
                "AuditLog", "CaseStore", "Cryptography", "DisclosureControl", "Figures", "Interchange", "KeyRing",
                "Lifecycle", "Rows", "SQLite", "Vault",
            ],
            path: "scripts/bench-case"),
        // Releases of made-up operations, month by month, for Tests/Outside/test-releases to attack.
        .executableTarget(name: "release-series", dependencies: ["DisclosureControl"], path: "scripts/release-series"),
        .testTarget(
            name: "daleswayTests",
            dependencies: [
                "dalesway", "Access", "CaseModel", "CaseStore", "Cryptography", "Demonstration", "Interchange",
                "Lifecycle",
                "Printing",
            ]),
    ]
        // machinery
        + room("Cryptography", on: ["COpenSSL"])
        + room("SQLite", on: ["CSQLite"])
        + room("Vault", on: ["Cryptography", "SQLite", "CSQLite"])
        + room("KeyRing", on: ["Cryptography"])
        + room("AuditLog", on: ["Cryptography"])
        + room("Witnessing", on: ["AuditLog", "Cryptography", "KeyRing"])
        // pure
        + room("Lifecycle", on: [])
        + room("Access", on: ["Lifecycle"])
        + room("CaseModel", on: ["Access", "Lifecycle"])
        + room("Figures", on: ["Lifecycle"])
        + room("DisclosureControl", on: [])
        + room("Publishing", on: ["Access", "DisclosureControl", "Figures", "Lifecycle"])
        + room("Interchange", on: ["CaseModel", "Lifecycle"])
        + room(
            "Printing",
            on: ["CaseModel", "Figures", "Interchange", "Lifecycle", "Publishing"], tests: ["DisclosureControl"])
        + room("Demonstration", on: ["CaseModel", "Interchange", "Lifecycle"], tests: ["Figures"])
        // store
        + room(
            "Rows",
            on: ["AuditLog", "CaseModel", "Cryptography", "Figures", "KeyRing", "Lifecycle", "SQLite", "Schema"])
        + room(
            "CaseStore",
            on: [
                "Access", "AuditLog", "CaseModel", "Cryptography", "DisclosureControl", "Figures", "Interchange",
                "KeyRing", "Lifecycle", "Publishing", "Rows", "SQLite", "Vault",
            ], tests: ["Demonstration"])
)

for target in package.targets where target.type != .system {
    target.swiftSettings = house
}
