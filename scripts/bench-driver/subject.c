// Opening, settings and closing, alike for all.
#include "subject.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// What the vault asks of SQLite is asked of every other too.
static const char *settings[] = {
    "PRAGMA journal_mode = WAL",    "PRAGMA synchronous = FULL", "PRAGMA cache_spill = OFF",
    "PRAGMA temp_store = MEMORY",   "PRAGMA secure_delete = ON", "PRAGMA cache_size = -16384",
    "PRAGMA wal_autocheckpoint = 1000", "PRAGMA foreign_keys = ON",
};

static const struct {
    const char *question;
    int64_t answer;
} expected[] = {
    {"PRAGMA page_size", 4096},      {"PRAGMA synchronous", 2},       {"PRAGMA cache_spill", 0},
    {"PRAGMA temp_store", 2},        {"PRAGMA secure_delete", 1},     {"PRAGMA cache_size", -16384},
    {"PRAGMA wal_autocheckpoint", 1000}, {"PRAGMA foreign_keys", 1},
    {"SELECT journal_mode = 'wal' FROM pragma_journal_mode", 1},
};

static const char *files[] = {"case.db", "case.db-wal", "case.db-shm", "lock"};

struct subject subject_read(const char *words, const char *scratch) {
    struct subject subject = {0};
    char *copy = strdup(words);
    subject.name = strsep(&copy, ",");
    const char *path = strsep(&copy, ",");
    subject.sealing = copy;
    if (!path) {
        fprintf(stderr, "%s: NAME,LIBRARY[,SEALING] is wanted\n", words);
        exit(64);
    }
    subject.library = library_load(path);
    snprintf(subject.folder, sizeof subject.folder, "%s/%s", scratch, subject.name);
    return subject;
}

void subject_version(struct subject *subject, char *text, size_t size) {
    static const char *questions[] = {"SELECT sqlite3mc_version()", "PRAGMA cipher_version"};
    struct library *library = &subject->library;
    snprintf(text, size, "SQLite %s", library->libversion());
    // The vault sets SQLite to wipe its memory before anybody uses it, and refuses to open where somebody was first.
    if (library->open_vault) return;
    sqlite3 *nowhere = NULL;
    library->open(":memory:", &nowhere);
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        sqlite3_stmt *statement = NULL;
        if (library->prepare_v2(nowhere, questions[i], -1, &statement, NULL) == OK && library->step(statement) == ROW) {
            size_t used = strlen(text);
            snprintf(text + used, size - used, ", %s", (const char *)library->column_text(statement, 0));
        }
        library->finalize(statement);
    }
    library->close(nowhere);
}

void subject_fail(struct subject *subject, const char *what) {
    const char *said = subject->database ? subject->library.errmsg(subject->database) : "cannot be opened";
    fprintf(stderr, "%s: %s: %s\n", subject->name, what, said);
    exit(70);
}

void subject_open_bare(struct subject *subject, int create) {
    struct library *library = &subject->library;
    if (create) mkdir(subject->folder, 0700);
    if (library->open_vault) {
        subject->database = library->open_vault(subject->folder, create, &subject->vault);
        if (!subject->database) subject_fail(subject, "open");
        // The driver says BEGIN and COMMIT itself, which only the program's own transaction may.
        library->set_authorizer(subject->database, NULL, NULL);
    } else {
        char path[300];
        snprintf(path, sizeof path, "%s/case.db", subject->folder);
        if (library->open(path, &subject->database) != OK) subject_fail(subject, "open");
        if (subject->sealing) subject_run(subject, subject->sealing);
    }
    subject_number(subject, "SELECT count(*) FROM sqlite_schema");
}

void subject_open(struct subject *subject, int create) {
    subject_open_bare(subject, create);
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) subject_run(subject, settings[i]);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        if (subject_number(subject, expected[i].question) != expected[i].answer)
            subject_fail(subject, expected[i].question);
}

void subject_close(struct subject *subject) {
    if (subject->statement) subject->library.finalize(subject->statement);
    subject->statement = NULL;
    if (!subject->database) return;
    int code = subject->vault ? subject->library.close_vault(subject->vault) : subject->library.close(subject->database);
    if (code != OK) subject_fail(subject, "close");
    subject->database = NULL;
    subject->vault = NULL;
}

void subject_drop(struct subject *subject) {
    subject_close(subject);
    char path[300];
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s", subject->folder, files[i]);
        unlink(path);
    }
    rmdir(subject->folder);
}

void subject_run(struct subject *subject, const char *sql) {
    if (subject->library.exec(subject->database, sql, NULL, NULL, NULL) != OK) subject_fail(subject, sql);
}

int64_t subject_number(struct subject *subject, const char *sql) {
    sqlite3_stmt *statement = NULL;
    if (subject->library.prepare_v2(subject->database, sql, -1, &statement, NULL) != OK) subject_fail(subject, sql);
    if (subject->library.step(statement) != ROW) subject_fail(subject, sql);
    int64_t number = subject->library.column_int64(statement, 0);
    subject->library.finalize(statement);
    return number;
}

void subject_prepare(struct subject *subject, const char *sql) {
    if (subject->statement) subject->library.finalize(subject->statement);
    subject->statement = NULL;
    if (!sql) return;
    if (subject->library.prepare_v2(subject->database, sql, -1, &subject->statement, NULL) != OK)
        subject_fail(subject, sql);
}

int subject_step(struct subject *subject) {
    int code = subject->library.step(subject->statement);
    if (code != ROW && code != DONE) subject_fail(subject, "step");
    return code;
}
