// The options that every command has.
import Access

/// The program's own options, which may stand before or after the command.
struct Global: Sendable {
    let store: String?
    let user: String?
    /// The reason for the work, as it was given.
    let reason: Reason?
    let json: Bool
    let passphraseDescriptor: Int32?
    let style: Style.Choice?
    let help: Bool
    let version: Bool

    private static let storeOption = Parameter<String?>.option(
        "store", "The folder of the store (or DALESWAY_STORE).", value: "DIR")
    private static let userOption = Parameter<String?>.option("user", "Who signs in (or DALESWAY_USER).", value: "NAME")
    private static let reasonOption = Parameter<Reason?>.reason
    private static let jsonFlag = Parameter<Bool>.flag("json", "Answer with one JSON object.")
    private static let descriptorOption = Parameter<Int?>.option(
        "passphrase-fd",
        "Read the passphrase from this open descriptor (or the file that DALESWAY_PASSPHRASE_FILE names).")
    private static let styleOption = Parameter<Style.Choice?>.option("color", "Whether headings stand out.")
    private static let helpFlag = Parameter<Bool>.flag("help", "Say what this does, with an example.")
    private static let versionFlag = Parameter<Bool>.flag("version", "Say which version this is.")

    static let shapes = [
        storeOption.shape, userOption.shape, reasonOption.shape, jsonFlag.shape, descriptorOption.shape,
        styleOption.shape, helpFlag.shape,
        versionFlag.shape,
    ]

    init(_ words: inout Words) throws(UsageError) {
        store = try Self.storeOption.take(&words)
        user = try Self.userOption.take(&words)
        reason = try Self.reasonOption.take(&words)
        json = try Self.jsonFlag.take(&words)
        let number = try Self.descriptorOption.take(&words)
        guard let descriptor = number.map(Int32.init(exactly:)) ?? .some(nil), descriptor ?? 0 >= 0 else {
            throw .unreadable(
                name: "--passphrase-fd", given: "\(number ?? 0)", expected: "an open descriptor", exit: .usage)
        }
        passphraseDescriptor = descriptor
        style = try Self.styleOption.take(&words)
        help = try Self.helpFlag.take(&words)
        version = try Self.versionFlag.take(&words)
    }
}
