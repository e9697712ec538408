// What Swift cannot import by itself: variadic calls and pointer constants of sqlite3.h, and one call of the kernel.
#pragma once
#include <sqlite3.h>

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
