// The cryptographic compartments of a case file.

/// A part of the case file that has its own keys: who holds none of them reads nothing of it, whatever program is used.
package enum Compartment: String, CaseIterable, Sendable {
    /// Suspect identity, investigative narrative, free text of police events.
    case police
    /// Support narrative, the type of support and its provider.
    case care
    /// Victim identity, safe contact, concerns that both agencies must see.
    case shared
    /// What the data-protection officers alone open: reasons given in free text, subject requests.
    case rights

    /// The compartment in the words of a sentence.
    package var words: String {
        switch self {
        case .police: "the police compartment"
        case .care: "the social-care compartment"
        case .shared: "the compartment that both agencies share"
        case .rights: "the data-protection compartment"
        }
    }
}
