// Which spans a measure reads.

extension Measure {
    /// Every code that it looks at, those that it counts first.
    package var codes: [Code] {
        switch self {
        case .at(let codes, _), .ever(let codes, _): codes
        case .stage(let codes, let ranked): codes + ranked
        case .range(let code, _): [code]
        case .planned(let plan, let state, _, _): [state, plan]
        case .allLinked(let link, let holders, let outcomes, _): holders + outcomes + [link]
        case .trials(let plan, let state, _, let link, let live): [plan, state, link] + live
        case .sourced: []
        }
    }
}
