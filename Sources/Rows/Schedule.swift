// What is planned: arrests, submissions, trials.
import Figures
import Lifecycle

/// The plans that stand on the days asked for, and the charges of the trials among them.
struct Schedule {
    private var phases: [SpanReader.Plan] = []
    private var submissions: [SpanReader.Plan] = []
    private var trials: [SpanReader.Plan] = []
    private var links: [(charge: Stay, trial: Int)] = []
    /// The charges that are linked to a trial to come.
    private(set) var charges: Set<Int> = []

    init(_ reader: SpanReader) throws {
        for measure in Figure.all.map(\.measure) {
            switch measure {
            case .range(let code, _): phases = try reader.plans(code)
            case .planned(let code, _, _, _): submissions = try reader.plans(code)
            case .trials(let code, _, let number, let link, _):
                trials = try reader.plans(code).filter { $0.from ?? .min > reader.first && $0.high ?? 1 >= number }
                let awaited = Set(trials.map(\.stay.record))
                guard !awaited.isEmpty else { continue }
                var found: [(Stay, Int)] = []
                try reader.links(link) { charge, trial in
                    if awaited.contains(trial) { found.append((charge, trial)) }
                }
                (links, charges) = (found, Set(found.map(\.0.record)))
            case .at, .ever, .stage, .allLinked, .sourced: break
            }
        }
    }

    /// How many arrests, at least and at most, are planned in windows that lie wholly within the months after a day.
    func range(asAt day: Day, months: Int) -> (Answer.Value, ranged: Int) {
        let end = day.adding(months: months).number
        let plans = phases.filter { plan in
            guard let from = plan.from, let to = plan.to else { return false }
            return plan.stay.stands(at: day.number) && day.number < from && to <= end
        }
        let low = plans.reduce(0) { $0 + ($1.low ?? 0) }, high = plans.reduce(0) { $0 + ($1.high ?? 0) }
        return (.range(low: low, high: high), plans.count { $0.stay.ranged })
    }

    /// The records with a plan for one of the months after a day.
    func planned(asAt day: Day, months: Int) -> Set<Int> {
        let end = day.adding(months: months).number
        return Set(
            submissions.filter { plan in
                plan.stay.stands(at: day.number) && plan.from.map { day.number < $0 && $0 <= end } ?? false
            }.map(\.stay.record))
    }

    /// The trials to come after a day, the earliest first.
    ///
    /// - Parameters:
    ///   - fixed: the stays of prosecutions with a trial fixed.
    ///   - live: the stays of the watched charges that are not decided.
    func trials(asAt day: Day, number: Int, fixed: [Stay], _ live: [Stay]) -> (Answer.Value, ranged: Int) {
        let fixed = Set(fixed.filter { $0.stands(at: day.number) }.map(\.record))
        let due = trials.filter { plan in
            plan.stay.stands(at: day.number) && fixed.contains(plan.stay.record) && plan.from ?? .min > day.number
                && plan.high ?? 1 >= number
        }
        guard !due.isEmpty else { return (.trials([]), 0) }
        let accused = Dictionary(
            grouping: live.filter { $0.stands(at: day.number) && $0.person >= 0 }, by: \.record)
        let charges = Dictionary(grouping: links.filter { $0.charge.stands(at: day.number) }, by: \.trial)
        let told = due.compactMap { plan -> Answer.Trial? in
            guard let from = plan.from else { return nil }
            let people = (charges[plan.stay.record] ?? []).flatMap { accused[$0.charge.record] ?? [] }
            return Answer.Trial(
                starts: Day(number: from), weeks: plan.low, defendants: Set(people.map(\.person)).count)
        }
        return (.trials(told.sorted { $0.starts < $1.starts }), due.count { $0.stay.ranged })
    }
}
