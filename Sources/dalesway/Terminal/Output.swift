// The answers' way out: stdout, which may be closed at any moment.

import Glibc
import Synchronization

/// Stdout, gathered into large writes.
///
/// A reader who has gone away ends the program quietly.
final class Output: Sendable {
    private let descriptor: Int32
    private let waiting = Mutex<[UInt8]>([])
    private static let enough = 1 << 16

    /// Whether a person is looking.
    let isTerminal: Bool

    init(descriptor: Int32 = STDOUT_FILENO) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
    }

    /// Writes text as it stands; what is for people goes through `visible` first.
    func write(_ text: some StringProtocol) throws(OutputError) {
        try write(text.utf8)
    }

    /// Writes bytes as they stand.
    func write(_ bytes: some Sequence<UInt8>) throws(OutputError) {
        try waiting.withLock { waiting throws(OutputError) in
            waiting += bytes
            if waiting.count >= Self.enough { try Self.drain(&waiting, to: descriptor) }
        }
    }

    /// Sends what is waiting.
    func flush() throws(OutputError) {
        try waiting.withLock { waiting throws(OutputError) in try Self.drain(&waiting, to: descriptor) }
    }

    private static func drain(_ waiting: inout [UInt8], to descriptor: Int32) throws(OutputError) {
        var rest = waiting[...]
        waiting = []
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            let cause = errno
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if cause == EAGAIN {
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = unsafe poll(&ready, 1, -1)
            } else if cause != EINTR {
                throw OutputError(cause: cause)
            }
        }
    }
}

/// The answer could not be written.
struct OutputError: Failure, Hashable {
    /// The system's number for what went wrong.
    let cause: Int32

    /// Nothing where the reader has gone away: a closed pipe or terminal is no news to anyone.
    var sentence: String {
        switch cause {
        case EPIPE, EIO: ""
        case ENOSPC, EDQUOT: "the answer could not be written: the disk is full"
        case EBADF: "the answer could not be written: standard output is closed"
        default: "the answer could not be written (system error \(cause))"
        }
    }

    var exit: Exit { .io }
}
