// The controlling terminal, asked without showing what is typed.

import Cryptography
import Glibc

/// `/dev/tty`, with its echo off while a question is open.
///
/// Signals that would end or stop the program are held back while the echo is off and looked for between keys: the echo
/// comes back first, then the signal does what it does. No handler is installed, so none can run at a bad moment.
struct HushedTerminal: ~Copyable {
    private let descriptor: Int32

    /// Opens the terminal; nil where there is none.
    init?() {
        descriptor = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// Asks, and reads one line that is not shown.
    ///
    /// - Throws: ``Trouble`` where the terminal goes away or the question is given up with Ctrl-D.
    mutating func ask(_ prompt: String) throws(Trouble) -> SecretBytes {
        var line: [UInt8] = []
        line.reserveCapacity(4098)
        while true {
            switch hushed({ Self.typed(on: descriptor, prompt, into: &line) }) {
            case .line: return SecretBytes(taking: &line)
            case .gone: throw Trouble("no passphrase was given", .notPermitted)
            case .signalled: line.removeAll(keepingCapacity: true)
            }
        }
    }

    private enum Outcome { case line, gone, signalled }

    /// Runs `body` with the echo off and the ending signals held back.
    private func hushed(_ body: () -> Outcome) -> Outcome {
        var held = Self.endingSignals
        var before = sigset_t()
        unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
        var shown = termios()
        let isTerminal = unsafe tcgetattr(descriptor, &shown) == 0
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO | ECHOE | ECHOK | ECHONL)
        if isTerminal { _ = unsafe tcsetattr(descriptor, TCSAFLUSH, &hidden) }
        let outcome = body()
        if isTerminal { _ = unsafe tcsetattr(descriptor, TCSAFLUSH, &shown) }
        unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
        return outcome
    }

    private static func typed(on descriptor: Int32, _ prompt: String, into line: inout [UInt8]) -> Outcome {
        let terminal = Talk(descriptor: descriptor)
        terminal.raw(prompt)
        var byte: UInt8 = 0
        while true {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = unsafe poll(&waiting, 1, 50)
            if isSignalled {
                terminal.raw("\n")
                return .signalled
            }
            guard ready > 0 else { continue }
            let count = unsafe read(descriptor, &byte, 1)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            if count <= 0 {
                terminal.raw("\n")
                return .gone
            }
            if byte == UInt8(ascii: "\n") {
                terminal.raw("\n")
                return .line
            }
            if line.count <= 4097 { line.append(byte) }
        }
    }

    private static var endingSignals: sigset_t {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP] { unsafe sigaddset(&set, signal) }
        return set
    }

    private static var isSignalled: Bool {
        var waiting = sigset_t()
        unsafe sigpending(&waiting)
        return [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP].contains { unsafe sigismember(&waiting, $0) == 1 }
    }
}
