// What Swift cannot import by itself: variadic calls and pointer constants of sqlite3.h, and one call of the kernel.
#pragma once
#include <malloc.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/// Binds text that SQLite copies before returning.
static inline int dw_bind_text(sqlite3_stmt *statement, int place, const char *text, sqlite3_uint64 length) {
    return sqlite3_bind_text64(statement, place, text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Binds bytes that SQLite copies before returning.
static inline int dw_bind_blob(sqlite3_stmt *statement, int place, const void *bytes, sqlite3_uint64 length) {
    return sqlite3_bind_blob64(statement, place, bytes, length, SQLITE_TRANSIENT);
}

/// Sets one on-or-off option of a connection.
static inline int dw_db_config(sqlite3 *connection, int option, int value) {
    return sqlite3_db_config(connection, option, value, (int *)0);
}

/// Sets one whole-library option that takes a number. Only before the first connection is opened.
static inline int dw_config_number(int option, int value) {
    return sqlite3_config(option, value);
}

/// Where SQLite's locks would stand in a database file: at 1 GiB, unless a test has lowered it.
static inline unsigned int dw_pending_byte(void) {
    return (unsigned int)sqlite3_test_control(SQLITE_TESTCTRL_PENDING_BYTE, 0u);
}

/// Puts that place elsewhere, for tests of files that reach past it. Only in a process of its own: it holds for the whole
/// library.
static inline void dw_lower_pending_byte(unsigned int place) {
    (void)sqlite3_test_control(SQLITE_TESTCTRL_PENDING_BYTE, place);
}

// The allocator that SQLite is given: the system's own, but that whatever is given back was made empty first. Pages and
// values of a case file would else lie about in memory after it was let go.

static inline void dw_heap_wipe(void *memory, size_t size) {
    memset(memory, 0, size);
    // What nobody reads again the compiler would leave out.
    __asm__ __volatile__("" : : "r"(memory) : "memory");
}

static inline void *dw_heap_malloc(int size) { return malloc((size_t)size); }

static inline void dw_heap_free(void *memory) {
    if (!memory) return;
    dw_heap_wipe(memory, malloc_usable_size(memory));
    free(memory);
}

// The system's realloc may move what it holds and leave a copy behind.
static inline void *dw_heap_realloc(void *memory, int size) {
    size_t held = malloc_usable_size(memory);
    if ((size_t)size <= held && (size_t)size >= held / 2) return memory;
    void *moved = malloc((size_t)size);
    if (!moved) return NULL;
    memcpy(moved, memory, held < (size_t)size ? held : (size_t)size);
    dw_heap_free(memory);
    return moved;
}

static inline int dw_heap_size(void *memory) { return memory ? (int)malloc_usable_size(memory) : 0; }
static inline int dw_heap_round_up(int size) { return (size + 7) & ~7; }
static inline int dw_heap_begin(void *nothing) { (void)nothing; return SQLITE_OK; }
static inline void dw_heap_end(void *nothing) { (void)nothing; }

/// Has SQLite wipe all memory that it gives back. Only before the first use of the library.
static inline int dw_config_wiping_heap(void) {
    static const sqlite3_mem_methods heap = {
        dw_heap_malloc, dw_heap_free,     dw_heap_realloc, dw_heap_size,
        dw_heap_round_up, dw_heap_begin, dw_heap_end,     NULL,
    };
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &heap);
}

/// An open file of the vault's file system: SQLite's part, and ours behind it.
typedef struct {
    sqlite3_file base;
    void *object;
} dw_file;

// The C library has this call and shows it only under a name of its own choosing.
int renameat2(int, const char *, int, const char *, unsigned int);

/// Renames a file or folder: with 1 never over another, with 2 in exchange for the other.
static inline int dw_rename(const char *from, const char *to, unsigned int flags) {
    return renameat2(-100, from, -100, to, flags);
}
