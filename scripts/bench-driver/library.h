// SQLite's own functions, as one library among several exports them.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;

enum { OK = 0, ROW = 100, DONE = 101 };

// Every function that the driver calls: result, name, parameters.
#define FUNCTIONS(F)                                                                            \
    F(const char *, libversion, (void))                                                         \
    F(int, open, (const char *, sqlite3 **))                                                    \
    F(int, close, (sqlite3 *))                                                                  \
    F(int, exec, (sqlite3 *, const char *, void *, void *, char **))                            \
    F(int, set_authorizer, (sqlite3 *, void *, void *))                                         \
    F(const char *, errmsg, (sqlite3 *))                                                        \
    F(int, prepare_v2, (sqlite3 *, const char *, int, sqlite3_stmt **, const char **))          \
    F(int, step, (sqlite3_stmt *))                                                              \
    F(int, reset, (sqlite3_stmt *))                                                             \
    F(int, finalize, (sqlite3_stmt *))                                                          \
    F(int, bind_int64, (sqlite3_stmt *, int, int64_t))                                          \
    F(int, bind_text, (sqlite3_stmt *, int, const char *, int, void (*)(void *)))               \
    F(int, bind_blob, (sqlite3_stmt *, int, const void *, int, void (*)(void *)))               \
    F(int64_t, column_int64, (sqlite3_stmt *, int))                                             \
    F(const unsigned char *, column_text, (sqlite3_stmt *, int))                                \
    F(int, column_bytes, (sqlite3_stmt *, int))

/// One library: SQLite's functions, and the way into the vault where it has one.
struct library {
#define MEMBER(result, name, parameters) result(*name) parameters;
    FUNCTIONS(MEMBER)
#undef MEMBER
    sqlite3 *(*open_vault)(const char *folder, int create, void **vault);
    int (*close_vault)(void *vault);
};

/// Loads a library for itself, so that no other's functions of the same names are called; ends the program if it cannot.
struct library library_load(const char *path);
