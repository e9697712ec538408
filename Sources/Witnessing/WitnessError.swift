// Why a witness's folder did not do what it was asked.

/// A failure of a witness's folder, and the sentence that the user reads.
///
/// No case holds a passphrase or a key.
package enum WitnessError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no witness in the folder.
    case missing
    /// The folder holds something already, or cannot be made.
    case exists
    /// The name cannot be a key's.
    case unusableName
    /// The passphrase is not the witness's.
    case wrongPassphrase
    /// A file of the folder is not as the program left it.
    case damaged(file: String)
    /// A file of the folder was written by a newer program.
    case newer(file: String)
    /// Another process is signing with this witness.
    case busy
    /// A file of the folder may not be read or written.
    case denied
    /// The disk is full, or the system could not read or write.
    case inputOutput(String)
    /// The request is of a log for which this witness trusts no key.
    case unknownLog(String)
    /// This witness trusts another key for the log.
    case otherKey(String)

    package var description: String {
        switch self {
        case .missing: "There is no witness in this folder; make one with audit witness new."
        case .exists: "The folder holds something already, or cannot be made; nothing was changed."
        case .unusableName:
            "A witness's name has 1 to 200 characters without white space, control characters or ‘+’, such as "
                + "witness.example/care."
        case .wrongPassphrase: "The passphrase is not this witness's."
        case .damaged(let file):
            "The witness's file ‘\(file)’ is damaged, or was altered: nothing is signed with it. Put the right one back."
        case .newer(let file): "The witness's file ‘\(file)’ was written by a newer program."
        case .busy: "Another process is signing with this witness; try again."
        case .denied: "The system does not let this account read or write the witness's folder."
        case .inputOutput(let what): "The witness's folder could not be \(what); nothing was signed."
        case .unknownLog(let origin):
            "This witness knows no key of the log \(origin): if you trust it, name its log.vkey with --log."
        case .otherKey(let origin): "This witness trusts another key for the log \(origin) than the one that was named."
        }
    }
}
