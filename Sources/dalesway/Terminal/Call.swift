// What every command's body is handed beside its own parameters.
import Access

/// One call of the program: what was asked for all commands alike, and the ways in and out.
struct Call: Sendable {
    /// The folder of the store; whether one stands there is for the store to say.
    let store: String
    /// Where this machine keeps what it has seen of stores, if anywhere.
    let stateHome: String?
    /// The user who was named, if any.
    let named: String?
    /// Why they work: what was said on the line, or else what stands in the environment.
    ///
    /// - Throws: `UsageError` with 64 where what stands there is no reason.
    var reason: Reason? { get throws(UsageError) { try reasonGiven.get() } }
    /// The reason, or what is wrong with it: a command that opens no store does not mind.
    let reasonGiven: Result<Reason?, UsageError>
    /// Whether the answer is to be JSON.
    let json: Bool
    let passphrase: Passphrase
    let style: Style
    let talk: Talk
    let output: Output
    let clock: Clock
    /// Where a folder may be made that goes away again.
    var scratch = "/tmp"

    /// The user who signs in.
    ///
    /// - Throws: ``Trouble`` with 64 where nobody was named.
    var user: String {
        get throws(Trouble) {
            guard let named, !named.isEmpty else {
                throw Trouble("who is asking? Use --user NAME, or set DALESWAY_USER", .usage)
            }
            return named
        }
    }

    /// A meter for a long act.
    func progress(_ title: String, of total: Int? = nil) -> Progress {
        Progress(title, of: total, talk: talk)
    }
}
