// swift-tools-version: 6.2
// The vault and its tests alone, for the thread sanitizer; scripts/soak builds and runs it.
import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "dalesway",
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto"),
        // In the place of Swift's own, whose locks the sanitizer does not see on Linux: every use of one looks like a race.
        .target(name: "Synchronization"),
        .target(name: "Cryptography", dependencies: ["COpenSSL", "Synchronization"], swiftSettings: house),
        .target(name: "SQLite", dependencies: ["CSQLite", "Synchronization"], swiftSettings: house),
        .target(
            name: "Vault", dependencies: ["Cryptography", "SQLite", "CSQLite", "Synchronization"], swiftSettings: house),
        .testTarget(
            name: "VaultTests", dependencies: ["Vault", "Cryptography", "SQLite", "CSQLite", "Synchronization"],
            swiftSettings: house),
    ]
)
