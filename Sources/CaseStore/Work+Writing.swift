// Writing what a piece of work decided, all of it in one transaction.
import Access
import AuditLog
import CaseModel
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite

extension Event {
    /// All that a second person's signature on an approval stands for.
    func statement(on day: Day) -> CanonicalValue {
        .object([
            "day": .text(day.iso), "event": .text(id), "from": .text(when.first.iso), "known": .text(known.iso),
            "rule": .text(rule), "to": .text(when.last.iso),
        ])
    }
}

extension Work {
    /// Writes everything; the transaction is the caller's.
    func write(_ transaction: borrowing Transaction) throws {
        if !goLive.isKept { try transaction.setStoreFact(StoreFact.goLive, Array(goLive.day.iso.utf8)) }
        for subject in newSubjects {
            guard let key = newLogKeys[subject] else { continue }
            try transaction.insertSubject(subject, logKey: key)
        }
        let dossiers = open.flatMap { docket in docket.dossiers.values.filter(\.isChanged).map { (docket, $0) } }
            .sorted { $0.1.id < $1.1.id }
        for (_, dossier) in dossiers {
            let subject = try subject(ofRecord: dossier.id)
            for event in dossier.fresh where eventBoxes[event.seq] == nil {
                eventBoxes[event.seq] = try box(of: event, dossier, subject)
            }
        }
        let struck = try dossiers.flatMap { _, dossier in
            let subject = try subject(ofRecord: dossier.id)
            return try dossier.struckNow.map { (event: $0, box: try box(ofStrike: $0, dossier, subject)) }
        }
        for (subject, compartment, key) in newKeys {
            try transaction.insertKey(of: subject, in: compartment, key)
        }
        for (_, dossier) in dossiers where dossier.isNew {
            try transaction.insert(
                dossier, subject: subject(ofRecord: dossier.id), recordedAt: moment.milliseconds,
                recorder: store.keys.user)
        }
        for (record, box) in recordBoxes { try transaction.put(sealing.box(box), ofRecord: record) }
        let events = dossiers.flatMap { _, dossier in dossier.fresh.map { (dossier, $0) } }.sorted {
            $0.1.seq < $1.1.seq
        }
        for (record, event) in events {
            try transaction.insert(
                event.masked(as: record.machine), ofRecord: record.id, box: eventBoxes[event.seq].map(sealing.box))
        }
        for (event, box) in struck {
            guard let known = event.struck else { continue }
            try transaction.strike(
                event, seq: strikes[event.seq]?.seq ?? next(), known: known, at: moment.milliseconds,
                recorder: store.keys.user, cause: nil, box: box.map(sealing.box))
        }
        for (seq, day, signature) in approvals {
            guard let event = find(seq) else { continue }
            try transaction.approve(
                event, by: store.keys.user, on: day, at: moment.milliseconds, signature: signature)
        }
        let approved = dossiers.flatMap { _, dossier in
            dossier.fresh.compactMap { event in event.approved.map { (event: event, day: $0) } }
        }
        let signatures = try store.keys.sign("approve", each: approved.map { $0.event.statement(on: $0.day) })
        for ((event, day), signature) in zip(approved, signatures) {
            try transaction.approve(
                event, by: store.keys.user, on: day, at: moment.milliseconds, signature: signature.bytes)
        }
        try writeSpans(transaction, dossiers)
    }

    private func writeSpans(_ transaction: borrowing Transaction, _ dossiers: [(Docket, Dossier)]) throws {
        var codes = try SpanCodes(store.connection)
        for (docket, dossier) in dossiers {
            let old = dossier.isNew ? [:] : try store.connection.spans(ofRecord: dossier.id)
            try transaction.put(
                Chronicle(dossier, goLive: goLive.day, number: docket.number).spans, of: dossier, in: old, &codes)
            if !dossier.isNew { try transaction.setState(dossier.state, ofRecord: dossier.id) }
        }
    }

    private func find(_ seq: Int64) -> Event? {
        for docket in open {
            for dossier in docket.dossiers.values {
                if let event = dossier.events.first(where: { $0.seq == seq }) { return event }
            }
        }
        return nil
    }

    func box(of event: Event, _ dossier: Dossier, _ subject: Int64) throws -> Sealing.Ticket? {
        guard let machine = dossier.machine?.id else { return nil }
        var content = event.given.filter { machine.seals($0.value) && $0.value != .text(Event.mask) }
        content["@name"] = event.decider?.name.map { .text($0) }
        content["@reason"] = reasons[event.seq].map { .text($0) }
        guard !content.isEmpty else { return nil }
        return try store.close(
            Fields.encoded(content), subject: subject, in: machine.compartment,
            at: Place(table: "event", row: event.seq), work: self)
    }

    private func box(ofStrike event: Event, _ dossier: Dossier, _ subject: Int64) throws -> Sealing.Ticket? {
        guard let machine = dossier.machine?.id, let reason = strikes[event.seq]?.reason else { return nil }
        return try store.close(
            Fields.encoded(["@reason": .text(reason)]), subject: subject, in: machine.compartment,
            at: Place(table: "strike", row: event.seq), work: self)
    }
}

extension Dossier {
    /// The events that the store does not have yet.
    var fresh: ArraySlice<Event> { events[kept...] }

    /// The events that the store does not know to be struck yet.
    var struckNow: [Event] {
        events.indices.filter { events[$0].struck != nil && ($0 >= kept || amended.contains($0)) }.map { events[$0] }
    }
}

extension Event {
    /// The event as its row keeps it: sealed values are named and not shown.
    fileprivate func masked(as machine: Machine?) -> Event {
        guard !fields.isEmpty, let machine = machine?.id else { return self }
        var event = self
        (event.fields, event.supplied) = (given, [:])
        event.fields = event.fields.mapValues { machine.seals($0) ? .text(Event.mask) : $0 }
        return event
    }
}
