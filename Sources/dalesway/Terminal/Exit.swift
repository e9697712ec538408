// The exit codes, after sysexits.h.

/// How the program ends: the only codes it may give back.
enum Exit: Int32, CaseIterable, Sendable {
    case ok = 0
    case usage = 64
    case data = 65
    case noInput = 66
    case unavailable = 69
    case software = 70
    case cannotCreate = 73
    case io = 74
    case tryAgain = 75
    case notPermitted = 77
    case configuration = 78

    /// What the code says, for help and the manual.
    var words: String {
        switch self {
        case .ok: "done"
        case .usage: "the command line cannot be understood"
        case .data: "refused by a rule, or bad data; nothing was changed"
        case .noInput: "the store or file to be read is not there"
        case .unavailable: "something that is needed is not available"
        case .software: "an error inside the program"
        case .cannotCreate: "the store or file to be made cannot be made, or stands already"
        case .io: "reading or writing failed, or the store is damaged"
        case .tryAgain: "the store is in use; try again"
        case .notPermitted: "not permitted, or the user and passphrase do not open the store"
        case .configuration: "something is set up wrongly, such as a passphrase file that others may read"
        }
    }
}
