// What is known of people by other records than their own: when they came to notice, from whom, beside which crimes.
import Figures
import Lifecycle
import SQLite

/// For each person what other records say of them, read in whole before the people are counted; only what is asked for.
struct Backgrounds {
    private var notices: [Int64: Int] = [:]
    private var sources: [Int64: String] = [:]
    private var recent: [Int64: Bool] = [:]

    /// - Parameter wanted: the characteristics that are asked for.
    init(_ count: PeopleCount, of population: Population, _ wanted: Set<Characteristic>) throws {
        if wanted.contains(.ageBandThen) { try readNotices(count, population) }
        if wanted.contains(.referralSource) { try readSources(count) }
        if wanted.contains(.recency) { try readCrimes(count, population) }
    }

    /// What a person's own record says, with the rest.
    func added(to traits: Traits, of person: Int64) -> Traits {
        var traits = traits
        traits.firstNotice = notices[person].map { Day(number: $0) }
        traits.referralSource = sources[person]
        traits.isRecent = recent[person]
        return traits
    }

    private mutating func readNotices(_ count: PeopleCount, _ population: Population) throws {
        let question: SQL = "SELECT s.person, s.from_day FROM span s WHERE s.person IS NOT NULL"
        try count.connection.query(question + count.its(population.firstNotice) + count.been) { row in
            let person = try row.int64(0), day = try row.int(1)
            notices[person] = min(day, notices[person] ?? day)
        }
    }

    /// Of a person with several records the earliest that names a source says it.
    private mutating func readSources(_ count: PeopleCount) throws {
        try count.connection.query(
            """
            SELECT person, substr(json_extract(facts, '$.referral_source'), 3) AS source FROM record
            WHERE kind = \(RecordKind.victim.rawValue) AND person IS NOT NULL AND begun <= \(count.day.number)
                  AND known <= \(count.known) AND source IS NOT NULL AND source <> \(Categories.unknown)
            ORDER BY begun DESC, number DESC
            """
        ) { sources[try $0.int64(0)] = try $0.text(1) }
    }
}

extension Backgrounds {
    /// The crimes of a day, by their record and by the number that they are referred to by.
    private struct Crimes {
        var byRecord: [Int64: Traits.Crime] = [:], byNumber: [Int: Traits.Crime] = [:]
    }

    private mutating func readCrimes(_ count: PeopleCount, _ population: Population) throws {
        var crimes = Crimes()
        try count.connection.query(
            """
            SELECT id, number, substr(json_extract(facts, '$.committed'), 3), substr(json_extract(facts, '$.recorded'), 3)
            FROM record
            WHERE kind = \(RecordKind.crime.rawValue) AND begun <= \(count.day.number) AND known <= \(count.known)
            """
        ) { row in
            let crime = Traits.Crime(
                committed: try row.textOrNil(2).flatMap { Day($0) }, recorded: try row.textOrNil(3).flatMap { Day($0) })
            crimes.byRecord[try row.int64(0)] = crime
            crimes.byNumber[try row.int(1)] = crime
        }
        try readAllegations(count, population, crimes)
        if population == .victims { try readAccounts(count, crimes) }
    }

    /// The crimes of allegations, and of a suspect's charges.
    private mutating func readAllegations(
        _ count: PeopleCount, _ population: Population, _ crimes: Crimes
    ) throws {
        let (side, kinds) =
            switch population {
            case .suspects: ("suspect", [RecordKind.allegation, .charge])
            case .victims: ("victim", [.allegation])
            }
        try count.connection.query(
            """
            SELECT t.person, c.target FROM record a JOIN link c ON c.record = a.id AND c.name = 'crime'
                   JOIN link o ON o.record = a.id AND o.name = \(side) JOIN record t ON t.id = o.target
            WHERE a.kind IN \(list: kinds.map(\.rawValue)) AND a.begun <= \(count.day.number) AND a.known <= \(count.known)
                  AND t.person IS NOT NULL
            """
        ) { row in
            if let crime = crimes.byRecord[try row.int64(1)] { stand(try row.int64(0), beside: crime) }
        }
    }

    /// The crimes that victims' first accounts name, in the event itself or in what was supplied to it later.
    private mutating func readAccounts(_ count: PeopleCount, _ crimes: Crimes) throws {
        let heard: SQL = "SELECT s.record FROM span s WHERE s.record IS NOT NULL"
        let question: SQL = """
            SELECT r.person, substr(json_extract(e.facts, '$.crime'), 3) FROM event e JOIN record r ON r.id = e.record
                   LEFT JOIN event t ON e.flags & 8 AND t.seq = e.cause
            WHERE e.rule = 'C1.first_account' AND r.person IS NOT NULL AND e.last_day <= \(count.day.number)
                  AND e.known <= \(count.known) AND json_extract(e.facts, '$.crime') IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM strike x WHERE x.event IN (e.seq, t.seq) AND x.known <= \(count.known))
                  AND e.record IN (
            """
        try count.connection.query(
            question + heard + count.its([Code(rawValue: "C1@first_account")]) + count.been + ")"
        ) { row in
            guard let reference = Reference(try row.text(1)), reference.kind == .crime,
                let crime = crimes.byNumber[reference.number]
            else { return }
            stand(try row.int64(0), beside: crime)
        }
    }

    private mutating func stand(_ person: Int64, beside crime: Traits.Crime) {
        var traits = Traits()
        traits.isRecent = recent[person]
        traits.stand(beside: crime)
        recent[person] = traits.isRecent
    }
}
