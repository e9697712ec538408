// What one table says of another is there: fields and states that clocks read, events that set things off.

import Testing

@testable import Lifecycle

@Suite struct CrossReferenceTests {
    static let book = RuleBook.current
    static let rules = book.machines.flatMap(\.rules)
    static let stays = Clock.all.compactMap { clock -> (clock: Clock, stay: Clock.Stay)? in
        if case .stay(let stay) = clock.reckoning { (clock, stay) } else { nil }
    }

    private func machine(_ clock: Clock) throws -> Machine {
        let id = try #require(clock.machine, "\(clock.id)")
        #expect(clock.id.hasPrefix("\(id.rawValue)."))
        return try #require(Self.book.machine(id))
    }

    /// The rules after which a record stands in one of those states.
    private func into(_ states: [State], _ machine: Machine) -> [Rule] {
        machine.rules.filter { $0.to.contains { states.contains($0.state) } }
    }

    @Test func `names each clock once, and every state that a clock counts in`() throws {
        #expect(Set(Clock.all.map(\.id)).count == Clock.all.count)
        for clock in Clock.all where clock.machine != nil {
            let states = Set(try machine(clock).states.map(\.id))
            for term in clock.terms {
                #expect(states.isSuperset(of: term.states), "\(clock.id)")
                #expect(Set(term.states).count == term.states.count, "\(clock.id)")
            }
        }
    }

    @Test func `every timer has one clock, which runs wherever it can run out`() throws {
        let timers = Self.rules.filter(\.timer)
        for timer in timers {
            #expect(Clock.all.filter { $0.rule == timer.id }.map(\.machine) == [timer.machine], "\(timer.id)")
            #expect(timer.to.count == 1 && timer.conditions.isEmpty && timer.triggers.isEmpty)
        }
        #expect(Set(Clock.all.compactMap(\.rule)) == Set(timers.map(\.id)))
        for (clock, stay) in Self.stays {
            guard let rule = clock.rule.flatMap(Self.book.rule) else { continue }
            #expect(Set(stay.states).isSuperset(of: rule.from), "\(clock.id)")
            #expect(!stay.states.contains(rule.to[0].state), "\(clock.id) would run on when it has run out")
        }
    }

    @Test func `the day that a clock reads is a day field of an event that leads to where it runs`() throws {
        for (clock, stay) in Self.stays {
            let machine = try machine(clock)
            guard let field = stay.field else {
                #expect(stay.given.isEmpty && (stay.period != nil || stay.fact != nil), "\(clock.id) has no length")
                continue
            }
            let having = machine.rules.filter { $0.requires.contains { $0.field == field } }
            #expect(having.allSatisfy { $0.requires.contains { $0.field == field && $0.type == .day } }, "\(clock.id)")
            let leading = into(stay.states, machine).filter { rule in having.contains { $0.id == rule.id } }
            #expect(!leading.isEmpty, "\(clock.id): no event that leads there has \(field)")
            for event in stay.given {
                #expect(leading.contains { $0.event == event }, "\(clock.id): \(event) has no \(field)")
            }
        }
    }

    @Test func `a clock that no field and no period gives a length is given one by an event each time it begins`()
        throws
    {
        for (clock, stay) in Self.stays where stay.period == nil && stay.fact == nil {
            let machine = try machine(clock)
            let field = try #require(stay.field)
            #expect(into(stay.states, machine).contains { $0.requires.contains { $0.field == field } }, "\(clock.id)")
        }
    }

    @Test func `what begins a clock anew, or ends it, happens where it runs`() throws {
        for (clock, stay) in Self.stays {
            let machine = try machine(clock)
            for event in stay.restarts + stay.ends {
                let rules = machine.rules(for: event)
                #expect(rules.contains { $0.from.contains(where: stay.states.contains) }, "\(clock.id): \(event)")
            }
            for event in stay.restarts {
                let leads = machine.rules(for: event).flatMap(\.to).map(\.state)
                #expect(leads.contains(where: stay.states.contains), "\(clock.id): \(event)")
                guard let field = stay.field else { continue }
                let gives = machine.rules(for: event).allSatisfy { $0.requires.contains { $0.field == field } }
                #expect(gives, "\(clock.id): \(event) does not say when the next review is")
            }
        }
    }

    @Test(arguments: ["review_on", "return_on", "offer_again_on", "respond_by", "resubmit_by", "due_on"])
    func `a day by which something is to be done is always read by a clock`(field: String) throws {
        for rule in Self.rules {
            guard let requirement = rule.requires.first(where: { $0.field == field }) else { continue }
            #expect(requirement.type == .day && requirement.after == "on", "\(rule.id)")
            let reads = Self.stays.contains { clock, stay in
                clock.machine == rule.machine && stay.field == field
                    && (stay.given.isEmpty || stay.given.contains(rule.event))
                    && rule.to.contains { stay.states.contains($0.state) }
            }
            #expect(reads, "\(rule.id): \(field)")
        }
    }

    @Test func `the clock of bail reads events and a field that custody has`() throws {
        let machine = try #require(Self.book.machine(.b2))
        for event in ["enter_hospital", "leave_hospital"] { #expect(!machine.rules(for: event).isEmpty) }
        for rule in into(["BAIL_COURT1", "BAIL_COURTN"], machine) where rule.event.hasPrefix("court_grant") {
            #expect(rule.requires.contains { $0.field == "until" && $0.type == .day }, "\(rule.id)")
        }
        let expire = try #require(Self.book.rule("B2.expire"))
        #expect(Set(expire.from) == Set([State].bailOnTheClock + ["BAIL_DPP_FURTHER_INFO"]))
    }

    @Test func `what is owed by the next working day is a field that is needed later`() {
        let later = Self.rules.flatMap(\.requires).filter { $0.needed == .later }.map(\.field)
        let friday = Day(number: 20_495)
        let prompt = Set(later.filter { Rule.last(toSupply: $0, of: friday) != friday.adding(days: 28) })
        #expect(prompt == ["agreed_on"])
    }

    @Test
    func `what sets a rule off is an event that somebody records or that follows, of a record that can be linked`()
        throws
    {
        for rule in Self.rules where !rule.triggers.isEmpty {
            #expect(Set(rule.triggers).count == rule.triggers.count, "\(rule.id)")
            for trigger in rule.triggers {
                let parts = trigger.event.split(separator: ".", maxSplits: 1).map(String.init)
                let id = try #require(MachineID(rawValue: parts[0]), "\(rule.id)")
                let rules = Self.book.machine(id)?.rules(for: parts[1]) ?? []
                #expect(!rules.isEmpty && rules.allSatisfy { !$0.timer }, "\(rule.id): \(trigger.event)")
                // The link is named after the kind of record to which it points.
                let isOwn = trigger.link.hasPrefix("own:")
                let kind = isOwn ? id.record : rule.machine.record
                let name = isOwn ? String(trigger.link.dropFirst(4)) : trigger.link
                #expect(name == kind.rawValue, "\(rule.id): \(trigger.link)")
            }
        }
    }

    @Test func `a condition's link is named after the kind of record to which it points`() {
        for rule in Self.rules {
            for condition in rule.conditions where !condition.link.hasPrefix("field:") {
                switch condition.link {
                case "self", "this": #expect(condition.record == rule.machine.record, "\(rule.id)")
                case let link where link.hasPrefix("own:"):
                    #expect(link == "own:\(condition.record.rawValue)", "\(rule.id): \(link)")
                case let link: #expect(link == rule.machine.record.rawValue, "\(rule.id): \(link)")
                }
            }
        }
    }
}
