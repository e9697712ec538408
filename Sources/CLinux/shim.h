// What Swift does not find in its own picture of the system: variadic calls, and the heap's options.
#pragma once
#include <malloc.h>
#include <sys/prctl.h>

/// Shuts the process's memory to debuggers and dumps of its own account; 0 if it is done.
static inline int dw_shut_memory(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

/// Has the heap write over whatever is given back to it, as far as its own caches let it; 1 if it will.
static inline int dw_wipe_heap(void) { return mallopt(M_PERTURB, 0xA5); }

/// Whether the memory is shut: 0 if so.
static inline int dw_memory_is_open(void) { return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0); }
