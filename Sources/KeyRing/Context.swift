// What a sealed key or value is bound to, so that it cannot be moved.
internal import Cryptography

/// The contexts of everything that the keyring seals or boxes: a label that names the purpose, then canonical bytes.
enum Context {
    static func slot(_ store: StoreID, locator: [UInt8]) -> [UInt8] {
        bytes("dalesway slot v1", ["locator": .bytes(locator), "store": .bytes(store.bytes)])
    }

    static func storeKey(_ store: StoreID, epoch: Int64, to key: AgreementPublicKey) -> [UInt8] {
        bytes(
            "dalesway store key v1",
            ["epoch": .number(epoch), "store": .bytes(store.bytes), "to": .bytes(key.bytes)])
    }

    static func recoveryPair(_ store: StoreID, _ key: AgreementPublicKey, outer: Int64, inner: Int64) -> [UInt8] {
        bytes(
            "dalesway recovery pair v1",
            [
                "inner": .number(inner), "outer": .number(outer), "recovery": .bytes(key.bytes),
                "store": .bytes(store.bytes),
            ])
    }

    static func compartmentKey(_ store: StoreID, _ id: CompartmentID, to key: AgreementPublicKey) -> [UInt8] {
        bytes(
            "dalesway compartment key v1",
            [
                "compartment": .text(id.name), "epoch": .number(id.epoch), "store": .bytes(store.bytes),
                "to": .bytes(key.bytes),
            ])
    }

    static func subjectKey(_ store: StoreID, _ id: CompartmentID, subject: Int64) -> [UInt8] {
        bytes(
            "dalesway subject key v1",
            [
                "compartment": .text(id.name), "epoch": .number(id.epoch), "store": .bytes(store.bytes),
                "subject": .number(subject),
            ])
    }

    static func field(_ store: StoreID, _ compartment: String, _ place: Place) -> [UInt8] {
        // Written out, members in order: every sealed value asks for one, and a dictionary each time takes its time.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(160)
        bytes += "dalesway field v1\n{\"compartment\":".utf8
        CanonicalValue.write(compartment, to: &bytes)
        bytes += ",\"field\":".utf8
        CanonicalValue.write(place.field, to: &bytes)
        bytes += ",\"row\":\(place.row),\"store\":".utf8
        CanonicalValue.bytes(store.bytes).write(to: &bytes)
        bytes += ",\"table\":".utf8
        CanonicalValue.write(place.table, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private static func bytes(_ label: String, _ members: [String: CanonicalValue]) -> [UInt8] {
        Array(label.utf8) + [0x0A] + CanonicalValue.object(members).encoded
    }
}
