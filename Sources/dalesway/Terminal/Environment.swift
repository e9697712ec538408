// The environment's variables, read once and handed down as a value.

import Glibc

/// The variables of the environment that the program looks at.
struct Environment: Sendable {
    private let values: [String: String]

    /// For tests: an environment of one's own.
    init(_ values: [String: String]) { self.values = values }

    /// The process's own variables; only those that the program knows are read.
    static func process() -> Environment {
        let known = [
            "DALESWAY_STORE", "DALESWAY_USER", "DALESWAY_PASSPHRASE_FILE", "DALESWAY_WORKING_ON", "DALESWAY_SOAK",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME", "HOME",
            "TMPDIR", "NO_COLOR", "TERM", "COLUMNS",
        ]
        var values: [String: String] = [:]
        for name in known {
            if let value = unsafe getenv(name) { unsafe values[name] = String(cString: value) }
        }
        return Environment(values)
    }

    /// A variable's value; nil if it is not set.
    subscript(name: String) -> String? { values[name] }
    /// A variable's value, or what to take where it is not set.
    subscript(name: String, default other: String) -> String { values[name] ?? other }
}
