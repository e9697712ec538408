// A whole past, walked again.

extension Machine {
    /// Walks a record's past from the machine's first state and says where it leads and what the rules refuse of it.
    ///
    /// It never fails: what is refused moves nothing, and the walk goes on. An event that still waits for approval is
    /// held against the rules and moves nothing either.
    /// - Parameters:
    ///   - happenings: the record's events in their order, without those that were struck.
    ///   - around: the other records as they stood at an event's place in time.
    package func review(
        _ happenings: [Happening], begunOn: Day, around: (Happening) -> any Surroundings
    ) -> Review {
        var past = [initial]
        var state = initial
        var steps: [(event: String, step: Step)] = []
        var refusals: [(event: String, refusals: [Refusal])] = []
        for happening in happenings {
            switch apply(happening.attempt, at: state, past: past, begunOn: begunOn, around: around(happening)) {
            case .moves(let step):
                guard happening.effective else { continue }
                steps.append((happening.id, step))
                state = step.to
                past.append(state)
            case .refused(let reasons):
                refusals.append((happening.id, reasons))
            }
        }
        return Review(steps: steps, refusals: refusals, past: past, state: state)
    }
}
