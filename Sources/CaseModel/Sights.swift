// Where linked records stand, as a walk through the past comes by them: looked up once, and again only when one has moved.
import Lifecycle

/// What one walk through the past of one record has seen of the records that its conditions ask for.
///
/// Places are asked in their order, and the docket does not change meanwhile.
final class Sights {
    private var views: [View] = []

    /// One selection of records, which several conditions may share.
    private struct View {
        let record: RecordKind
        let link: String
        let whereField: [String: [String]]
        /// The records that the selection may find.
        var members: [Member]
        /// Where those stand that it finds.
        var states: [State] = []
        /// The first place at which that may be otherwise; nil if it stays.
        var until: Place?
    }

    /// One record, as it was when it was last looked at.
    private struct Member {
        let dossier: Dossier
        /// Where it stands; nil if it is not there or the link does not find it.
        var state: State?
        /// The first place at which that may be otherwise; nil if it stays.
        var until: Place?
    }

    /// The states of the records that a condition selects, as ``DocketSurroundings/states(_:fields:)`` gives them.
    func states(_ condition: Condition, _ around: DocketSurroundings) -> [State] {
        let known = views.firstIndex {
            $0.record == condition.record && $0.link == condition.link && $0.whereField == condition.whereField
        }
        guard let index = known else {
            var view = View(
                record: condition.record, link: condition.link, whereField: condition.whereField,
                members: members(condition, around))
            look(&view, around, anew: true)
            views.append(view)
            return view.states
        }
        if let until = views[index].until, until <= around.place { look(&views[index], around, anew: false) }
        return views[index].states
    }

    /// The records that the link may find at any place and that have the fields which the condition asks for.
    private func members(_ condition: Condition, _ around: DocketSurroundings) -> [Member] {
        let ids: [Int64]
        if condition.link == "this" {
            ids = condition.record == around.dossier.reference.kind ? [around.dossier.id] : []
        } else if let own = condition.ownLink {
            ids =
                own == "investigation"
                ? around.dossier.target(own, asOf: around.place).map { [$0] } ?? []
                : around.dossier.targets(ever: own).sorted()
        } else if condition.link.hasPrefix("field:") {
            ids = []
        } else {
            ids = around.docket.linked(condition.record, condition.link, to: around.dossier.id)
        }
        return ids.compactMap { around.docket.dossiers[$0] }.filter { around.isAsked($0, condition) }
            .map { Member(dossier: $0) }
    }

    /// Looks again at those that may have moved.
    private func look(_ view: inout View, _ around: DocketSurroundings, anew: Bool) {
        let place = around.place
        view.states.removeAll(keepingCapacity: true)
        view.until = nil
        for index in view.members.indices {
            if anew || view.members[index].until.map({ $0 <= place }) ?? false {
                see(&view.members[index], by: view.link, around)
            }
            if let state = view.members[index].state { view.states.append(state) }
            view.until = Self.earlier(view.until, view.members[index].until)
        }
    }

    private func see(_ member: inout Member, by link: String, _ around: DocketSurroundings) {
        let (state, moves) = member.dossier.state(from: around.place)
        let changes: Place?
        if link == "this" {
            changes = nil
        } else if link.hasPrefix("own:") {
            changes = around.dossier.change(of: String(link.dropFirst(4)), after: around.place)
        } else {
            changes = member.dossier.change(of: link, after: around.place)
        }
        member.state = around.finds(member.dossier.id, by: link) ? state : nil
        member.until = Self.earlier(moves, changes)
    }

    private static func earlier(_ one: Place?, _ other: Place?) -> Place? {
        guard let one, let other else { return one ?? other }
        return min(one, other)
    }
}

extension Condition {
    /// The name of the record's own link by which the condition selects; nil if it selects by another's.
    fileprivate var ownLink: String? { link.hasPrefix("own:") ? String(link.dropFirst(4)) : nil }
}
