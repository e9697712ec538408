// The acts in shifts: all of them, none before what it rests on, with the same outcome.

import Figures
import Interchange
import Lifecycle
import Testing

@testable import Demonstration

@Suite struct `The rota` {
    private let acts = Demonstration.acts
    private var rota: Rota { Rota(acts) }

    @Test func `holds every act and every approval once, each by its own account`() {
        let duties = rota.shifts.flatMap(\.duties)
        #expect(duties.count == Set(duties).count)
        #expect(duties.count == acts.count + acts.count { $0.approver != nil })
        for shift in rota.shifts {
            for duty in shift.duties {
                switch duty {
                case .enter(let place): #expect(acts[place].account == shift.account)
                case .approve(let place): #expect(acts[place].approver == shift.account)
                }
            }
        }
    }

    @Test func `needs few shifts`() { #expect(rota.shifts.count < 60) }

    @Test func `approves nothing that is not entered`() {
        var entered: Set<Int> = []
        for duty in rota.shifts.flatMap(\.duties) {
            switch duty {
            case .enter(let place): entered.insert(place)
            case .approve(let place): #expect(entered.contains(place))
            }
        }
    }

    @Test func `comes to the same figures as the acts in their order`() {
        let regrouped = rota.shifts.flatMap(\.duties).compactMap { duty in
            if case .enter(let place) = duty { acts[place] } else { nil }
        }
        let (plain, shifted) = (Replay(acts), Replay(regrouped))
        #expect(shifted.refused == [])
        let known = [Demonstration.lateFactKnown.adding(days: -1), Day(number: 30_000)]
        for day in [Demonstration.first, Demonstration.second] {
            for known in known {
                let before = Tally(plain.lines, asAt: day, knownAt: known).report(knownAt: known)
                let after = Tally(shifted.lines, asAt: day, knownAt: known).report(knownAt: known)
                #expect(before == after)
            }
        }
    }
}
