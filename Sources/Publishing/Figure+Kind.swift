// What a release must know of a figure beside its words.

import Figures

extension Figure {
    /// Whether it only ever grows, as far as the file itself is not corrected: a running total.
    var isCumulative: Bool {
        switch measure {
        case .ever: true
        case .at, .stage, .range, .planned, .allLinked, .trials, .sourced: false
        }
    }

    /// Whether it says what is planned, and counts nothing that has happened.
    var isPlan: Bool {
        switch measure {
        case .range, .planned: true
        case .at, .ever, .stage, .allLinked, .trials, .sourced: false
        }
    }
}
