// Whether the long counts are asked for.
import Foundation

/// Whether `DALESWAY_SOAK=1` asks for the full counts.
var isSoak: Bool { ProcessInfo.processInfo.environment["DALESWAY_SOAK"] == "1" }
