// What anyone may put into a compartment without being able to look into it.
internal import Cryptography

extension CompartmentRow {
    /// Closes a value for the compartment's holders, for one place.
    package func close(_ content: [UInt8], at place: Place, store: StoreID) throws -> [UInt8] {
        try Box.close(content, to: key, context: Context.field(store, id.name, place))
    }

    /// Draws a key for a subject that only the compartment's holders can open again.
    package func newSubjectKey(
        for subject: Int64, store: StoreID
    ) throws -> (key: SubjectKey, wrapped: WrappedSubjectKey) {
        let key = try SubjectKey(
            store: store, subject: subject, compartment: id.name, secret: SecretBytes(random: 32))
        let context = Context.subjectKey(store, id, subject: subject)
        let boxed = try Box.close(key.secret, to: self.key, context: context)
        return (key, WrappedSubjectKey(epoch: id.epoch, bytes: [WrappedSubjectKey.Manner.boxed.rawValue] + boxed))
    }
}
