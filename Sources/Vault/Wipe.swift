// Memory that held somebody's data, made empty before it is given back.
import Glibc

extension UnsafeMutableRawBufferPointer {
    /// Fills the memory with zero, whatever the compiler thinks of it.
    func wipe() {
        guard let start = baseAddress else { return }
        unsafe explicit_bzero(start, count)
    }
}
