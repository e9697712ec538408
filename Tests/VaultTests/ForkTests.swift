// A process that is forked while it has a store open: the child is refused, the parent unharmed.
import Glibc
import SQLite
import Testing
import Vault

@Suite(.serialized) struct `A process that is forked` {
    @Test func `leaves the store to the one that opened it`() async throws {
        let scratch = try Scratch()
        try scratch.stock(40)
        let folder = scratch.folder
        await #expect(processExitsWith: .success) { [folder = folder as String] in
            let scratch = Scratch(adopting: folder)
            let vault = try scratch.open()
            try vault.connection.add(41...50)
            let reader = try vault.reader()
            let child = try Self.fork()
            if child == 0 {
                let outcome = Self.refusals(vault, reader, scratch)
                // Whatever the child closes or drops must not touch the store either.
                try? vault.close()
                reader.close()
                _exit(outcome)
            }
            // The parent goes on all the while, and its log begins anew.
            for id in 51...120 {
                try vault.connection.add(id...id)
                if id % 10 == 0 { try vault.checkpoint() }
            }
            var status: Int32 = 0
            unsafe waitpid(child, &status, 0)
            guard status == 0 else { exit(status >> 8 == 0 ? 99 : status >> 8) }
            try vault.connection.add(121...130)
            guard try vault.check().isEmpty, try reader.isTrue() else { exit(98) }
            // A child that lives on does not keep the store from others.
            let idle = try Self.fork()
            if idle == 0 {
                sleep(60)
                _exit(0)
            }
            reader.close()
            try vault.close()
            let again = try scratch.open(wait: 0)
            let isThere = try again.connection.count() == 130
            try again.close()
            kill(idle, SIGKILL)
            exit(isThere ? 0 : 97)
        }
        let vault = try scratch.open()
        #expect(try vault.connection.count() == 130)
        #expect(try vault.connection.isTrue())
        #expect(try vault.check().isEmpty)
    }

    /// Tries everything in the child; 0 if all of it was refused as it should be.
    private static func refusals(_ vault: Vault, _ reader: Connection, _ scratch: Scratch) -> Int32 {
        let tries: [(Int32, () throws -> Void)] = [
            (1, { try vault.connection.add(1_000...1_000) }),
            (2, { try vault.checkpoint() }),
            (3, { _ = try vault.reader().count() }),
            (4, { _ = try scratch.open(wait: 0.05) }),
        ]
        for (number, attempt) in tries {
            do {
                try attempt()
                return number
            } catch VaultError.busy {
            } catch { return number + 10 }
        }
        return 0
    }

    /// Swift keeps `fork` from its callers, so it is asked for by name.
    private static func fork() throws -> pid_t {
        typealias Fork = @convention(c) () -> pid_t
        guard let address = unsafe dlsym(nil, "fork") else { throw VaultError.system(ENOSYS) }
        return unsafe unsafeBitCast(address, to: Fork.self)()
    }
}
