// What the process sets right before anything else.

import CLinux
import Glibc

/// Prepares the process: closed pipes and terminals are errors to be read, not deaths; the three standard descriptors
/// are open, so that no file of the store can be given one of their numbers and be written over by an answer; what is
/// made is the user's alone; the memory is shut.
func prepareProcess() {
    _ = signal(SIGPIPE, SIG_IGN)
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
        // Opened for the other direction, so that using it fails as a closed one does.
        _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    umask(0o077)
    shutMemory()
}

/// Shuts the process's memory, which holds keys and names: nothing of it is dumped, no other program of the same account
/// may look into it, and what is given back to the heap is written over, as far as the heap's own caches let it.
private func shutMemory() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    // Where a program collects the dumps, the limit above says nothing; this does, and refuses debuggers too.
    _ = dw_shut_memory()
    _ = dw_wipe_heap()
}
