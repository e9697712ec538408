// The signature of the last letting go, as the store remembers that it may give way.
import Cryptography

/// The checkpoint of the last letting go, which gives way to the next that is kept; as a fact of the store.
struct RestingCheckpoint: Hashable {
    /// Its size.
    let size: Int
    /// How long the store was in use by then since the first leaf that is not signed for good, in milliseconds.
    let used: Int64

    /// The fact, in canonical JSON.
    var encoded: [UInt8] {
        CanonicalValue.object(["size": .number(Int64(size)), "used": .number(used)]).encoded
    }
}
