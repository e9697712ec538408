// How often a random test tries: a sample that is quick, or the full count under DALESWAY_SOAK=1.

import Foundation

enum Soak {
    static func count(_ sample: Int, soaking full: Int) -> Int {
        ProcessInfo.processInfo.environment["DALESWAY_SOAK"] == nil ? sample : full
    }
}
