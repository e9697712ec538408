// A record that an event opened, as it is told with that event.
package import Lifecycle

/// A record that an event opened: what it is called, whom it concerns and what it is about.
package struct Opened: Hashable, Sendable {
    /// The record that was opened.
    package let reference: Reference
    /// The record that it concerns: the victim who is to be told.
    package let about: Reference?
    /// What it is about, if that is said: `arrested`.
    package let trigger: String?
    /// The event that opened it.
    package let cause: String

    package init(_ reference: Reference, about: Reference?, trigger: String?, cause: String) {
        (self.reference, self.about, self.trigger, self.cause) = (reference, about, trigger, cause)
    }
}

extension Docket {
    /// The records that events opened, in the order in which they came.
    ///
    /// - Parameters:
    ///   - cause: the event that opened them; nil for those that are new, whatever opened them.
    package func openedRecords(by cause: String? = nil) -> [Opened] {
        opened.compactMap { id in
            guard let dossier = dossiers[id], let opener = dossier.cause,
                cause.map({ $0 == opener }) ?? dossier.isNew
            else { return nil }
            let about = dossier.links["victim"] ?? dossier.links["investigation"]
            let trigger: String? =
                if case .text(let words)? = dossier.facts["trigger"] { words } else { nil }
            return Opened(
                dossier.reference, about: about.flatMap { dossiers[$0]?.reference }, trigger: trigger, cause: opener)
        }
    }
}
