// What the process sets right before anything else.

import Glibc

/// Prepares the process: closed pipes and terminals are errors to be read, not deaths; the three standard descriptors
/// are open, so that no file of the store can be given one of their numbers and be written over by an answer; no core
/// dump can hold a key; what is made is the user's alone.
func prepareProcess() {
    _ = signal(SIGPIPE, SIG_IGN)
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
        // Opened for the other direction, so that using it fails as a closed one does.
        _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    umask(0o077)
}
