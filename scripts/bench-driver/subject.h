// One of those that are measured: a library, a way of sealing, and a database in a folder of its own.
#pragma once
#include "library.h"

struct subject {
    const char *name;
    const char *sealing; // what is said to the database before all else, if anything
    struct library library;
    char folder[256];
    sqlite3 *database;
    void *vault;
    sqlite3_stmt *statement; // the one that the work at hand uses again and again
};

/// Reads `NAME,LIBRARY[,SEALING]`; its folder will stand in `scratch`.
struct subject subject_read(const char *words, const char *scratch);

/// Which SQLite and which cipher the library holds, in `text`.
void subject_version(struct subject *, char *text, size_t size);

/// Opens the database as far as a first answer, which is what is measured of opening.
void subject_open_bare(struct subject *, int create);

/// Opens it and sets it as all others are set; ends the program if it cannot be.
void subject_open(struct subject *, int create);

void subject_close(struct subject *);

/// Closes, and takes the folder away.
void subject_drop(struct subject *);

/// Runs SQL that gives no rows.
void subject_run(struct subject *, const char *sql);

/// The first column of the first row, as a number.
int64_t subject_number(struct subject *, const char *sql);

/// Prepares the statement of the work at hand.
void subject_prepare(struct subject *, const char *sql);

/// Steps the statement once and makes it ready for the next time; answers SQLite's code.
int subject_step(struct subject *);

/// Ends the program with what SQLite says.
void subject_fail(struct subject *, const char *what);
