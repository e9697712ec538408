// The four kinds of line, read from their members.

import CaseModel
import Lifecycle

extension Reading {
    /// The line that adds a record.
    mutating func add(_ act: Member, _ members: [Member], ref: inout Reference?) -> AddLine? {
        let kind = text(act).flatMap { RecordKind(rawValue: $0) }
        if kind == nil, case .text = act.value {
            fault("add", "is not one of: \(RecordKind.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        var (id, on, known, reason): (String?, Day?, Day?, String?)
        var asHappened = false
        var links: [RecordKind: Reference] = [:]
        var fields: [String: Scalar] = [:]
        for member in members where admits(member) {
            switch member.key {
            case "add": break
            case "ref": ref = reference(member, to: kind)
            case "id": id = self.id(member)
            case "on": on = day(member)
            case "known": known = day(member)
            case "fields": fields = self.fields(member)
            case "asHappened": asHappened = flag(member) ?? false
            case "reason": reason = text(member)
            default:
                // Where the kind is not known, any link may be one of its links.
                let link = kind.map { RecordShape.of($0).link(member.key)?.kind } ?? RecordKind(rawValue: member.key)
                if let link { links[link] = reference(member, to: link) } else { unknown(member) }
            }
        }
        for link in kind.map({ RecordShape.of($0).links }) ?? [] where link.required {
            _ = must(links[link.kind], link.name, given: members)
        }
        if asHappened { _ = must(reason, "reason", given: members) }
        guard let on = must(on, "on", given: members), let kind else { return nil }
        return AddLine(
            kind: kind, ref: ref, id: id, links: links, on: on, known: known, fields: fields, asHappened: asHappened,
            reason: reason)
    }

    /// The line that records an event.
    mutating func record(_ act: Member, _ members: [Member]) -> RecordLine? {
        let event = text(act)
        if let event, event.utf8.count > 60 || !event.utf8.allSatisfy(Self.isWordByte) {
            fault("record", "is not an event's name")
        }
        var (ref, on, known, by): (Reference?, Interval?, Day?, DecisionMaker?)
        var reviewed: Day?
        var (id, reason, after, cause): (String?, String?, String?, String?)
        var (asHappened, derived, held) = (false, false, false)
        var fields: [String: Scalar] = [:]
        for member in members where admits(member) {
            switch member.key {
            case "record": break
            case "ref": ref = reference(member, to: nil)
            case "id": id = self.id(member)
            case "on": on = interval(member)
            case "known": known = day(member)
            case "fields": fields = self.fields(member)
            case "by": by = decisionMaker(member)
            case "asHappened": asHappened = flag(member) ?? false
            case "reason": reason = text(member)
            case "reviewed": reviewed = day(member)
            case "after": after = self.id(member)
            case "derived": derived = flag(member) ?? false
            case "cause": cause = self.id(member)
            case "held": held = flag(member) ?? false
            default: unknown(member)
            }
        }
        if asHappened { _ = must(reason, "reason", given: members) }
        if reviewed != nil, !asHappened { fault("reviewed", "stands only with what is recorded as it happened") }
        if cause != nil, !derived { fault("cause", "stands only with derived events") }
        let (thing, moment) = (must(ref, "ref", given: members), must(on, "on", given: members))
        guard let event, let thing, let moment else { return nil }
        return RecordLine(
            event: event, ref: thing, id: id, on: moment, known: known, fields: fields, by: by,
            asHappened: asHappened, reason: reason, reviewed: reviewed, after: after, derived: derived, cause: cause,
            held: held)
    }

    /// The line that supplies fields of an event.
    mutating func supply(_ act: Member, _ members: [Member]) -> SupplyLine? {
        let event = id(act)
        var (id, known): (String?, Day?)
        var fields: [String: Scalar]?
        for member in members where admits(member) {
            switch member.key {
            case "supply": break
            case "id": id = self.id(member)
            case "known": known = day(member)
            case "fields": fields = self.fields(member)
            default: unknown(member)
            }
        }
        guard let fields = must(fields, "fields", given: members), let event else { return nil }
        if fields.isEmpty { fault("fields", "names no field") }
        return SupplyLine(event: event, id: id, known: known, fields: fields)
    }

    /// The line that strikes an event.
    mutating func correct(_ act: Member, _ members: [Member]) -> CorrectLine? {
        let event = id(act)
        var (known, reason): (Day?, String?)
        for member in members where admits(member) {
            switch member.key {
            case "correct": break
            case "known": known = day(member)
            case "reason": reason = text(member)
            default: unknown(member)
            }
        }
        guard let reason = must(reason, "reason", given: members), let event else { return nil }
        return CorrectLine(event: event, known: known, reason: reason)
    }
}
