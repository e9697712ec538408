// Measures several encrypted SQLites and each one's own plain mode, turn by turn; prints one JSON object a line, which
// scripts/bench-driver/report reads.
//
//     driver FOLDER times ROUNDS ROWS SUBJECT…          the work, in slices by turns
//     driver FOLDER opening TURNS MEGABYTES SUBJECT…    opening as far as a first answer, warm and cold
//     driver FOLDER memory MEGABYTES SUBJECT…           what a process holds that reads and changes a store of that size
//     driver FOLDER disk TURNS                          how long the disk takes to make 4 KiB safe
//
// A SUBJECT is NAME,LIBRARY[,SEALING].
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "work.h"

static double now(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

// Who comes after whom changes with every slice, for each leaves the machine warmer for the next.
static int turn(int i, int slice, int count) {
    int place = (i + slice) % count;
    return slice / count % 2 ? count - 1 - place : place;
}

static void part_of_round(struct subject *subjects, int count, int round, const struct part *part, int64_t rows) {
    double wall[count], cpu[count];
    for (int i = 0; i < count; i++) {
        wall[i] = cpu[i] = 0;
        subject_prepare(&subjects[i], part->statement);
    }
    for (int slice = 0; slice < part->slices; slice++) {
        for (int i = 0; i < count; i++) {
            int who = turn(i, round + slice, count);
            double began = now(CLOCK_MONOTONIC), busy = now(CLOCK_PROCESS_CPUTIME_ID);
            part->run(&subjects[who], slice, part->slices, rows);
            wall[who] += now(CLOCK_MONOTONIC) - began;
            cpu[who] += now(CLOCK_PROCESS_CPUTIME_ID) - busy;
        }
    }
    for (int i = 0; i < count; i++) {
        subject_prepare(&subjects[i], NULL);
        subject_number(&subjects[i], "PRAGMA wal_checkpoint(PASSIVE)");
        printf("{\"kind\":\"time\",\"round\":%d,\"work\":\"%s\",\"subject\":\"%s\",\"wall\":%.9f,\"cpu\":%.9f}\n", round,
               part->name, subjects[i].name, wall[i], cpu[i]);
    }
    fflush(stdout);
}

static void times(struct subject *subjects, int count, int rounds, int64_t rows) {
    for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < count; i++) {
            subject_open(&subjects[i], 1);
            fill(&subjects[i], 0, 0);
        }
        for (int p = 0; p < part_count; p++) part_of_round(subjects, count, round, &parts[p], rows);
        for (int i = 0; i < count; i++) subject_drop(&subjects[i]);
    }
}

// Four rows to a page, as full as everybody's pages can be.
static int64_t rows_for(int megabytes) { return (int64_t)megabytes * 1000000 / 4096 * 4; }

static void stock(struct subject *subject, int megabytes) {
    subject_open(subject, 1);
    fill(subject, rows_for(megabytes), 900);
    subject_close(subject);
}

// Takes the database out of this system's cache; what a host below it keeps is beyond reach.
static void cool(struct subject *subject) {
    char path[300];
    snprintf(path, sizeof path, "%s/case.db", subject->folder);
    int file = open(path, O_RDONLY);
    fdatasync(file);
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    close(file);
}

static void opening(struct subject *subjects, int count, int turns, int megabytes) {
    for (int i = 0; i < count; i++) stock(&subjects[i], megabytes);
    for (int round = 0; round < turns; round++) {
        for (int i = 0; i < 2 * count; i++) {
            struct subject *subject = &subjects[turn(i / 2, round, count)];
            int cold = i % 2 == 0;
            if (cold) cool(subject);
            double began = now(CLOCK_MONOTONIC);
            subject_open_bare(subject, 0);
            printf("{\"kind\":\"opening\",\"megabytes\":%d,\"state\":\"%s\",\"subject\":\"%s\",\"wall\":%.9f}\n", megabytes,
                   cold ? "cold" : "warm", subject->name, now(CLOCK_MONOTONIC) - began);
            subject_close(subject);
        }
    }
    for (int i = 0; i < count; i++) subject_drop(&subjects[i]);
}

static long kilobytes(const char *what) {
    char line[256];
    long found = -1;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status))
        if (!strncmp(line, what, strlen(what))) found = atol(line + strlen(what) + 1);
    if (status) fclose(status);
    return found;
}

// In a process of its own, so that nobody else's memory is counted.
static void memory(const char *words, const char *folder, int megabytes, int is_stocking) {
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        struct subject subject = subject_read(words, folder);
        if (is_stocking) {
            stock(&subject, megabytes);
        } else {
            int64_t rows = rows_for(megabytes);
            subject_open(&subject, 0);
            for (int p = 1; p < part_count; p++) {
                subject_prepare(&subject, parts[p].statement);
                // A tenth of the rows in one transaction would all lie in memory: that is not what is asked here.
                int64_t share = strcmp(parts[p].name, "updates") ? rows : 10000;
                parts[p].run(&subject, 0, 1, share);
            }
            printf("{\"kind\":\"memory\",\"megabytes\":%d,\"subject\":\"%s\",\"anonymous\":%ld,\"resident\":%ld,\"most\":%ld}\n",
                   megabytes, subject.name, kilobytes("RssAnon:"), kilobytes("VmRSS:"), kilobytes("VmHWM:"));
            subject_drop(&subject);
        }
        exit(0);
    }
    int status = 1;
    if (child < 0 || waitpid(child, &status, 0) < 0 || status) exit(70);
}

static void disk(const char *folder, int turns) {
    char path[300], block[4096] = {0};
    snprintf(path, sizeof path, "%s/disk", folder);
    int file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    for (int i = 0; i < turns; i++) {
        double began = now(CLOCK_MONOTONIC);
        if (pwrite(file, block, sizeof block, (i % 64) * 4096) < 0 || fdatasync(file)) exit(74);
        printf("{\"kind\":\"disk\",\"wall\":%.9f}\n", now(CLOCK_MONOTONIC) - began);
    }
    unlink(path);
}

int main(int argc, char **argv) {
    if (argc < 4) return 64;
    const char *folder = argv[1], *mode = argv[2];
    int is_memory = !strcmp(mode, "memory"), first = is_memory ? 4 : 5, count = argc > first ? argc - first : 0;
    if (!strcmp(mode, "disk")) disk(folder, atoi(argv[3]));
    if (is_memory)
        for (int i = 0; i < count; i++)
            for (int is_stocking = 1; is_stocking >= 0; is_stocking--)
                memory(argv[first + i], folder, atoi(argv[3]), is_stocking);
    if (is_memory || count == 0) return 0;
    struct subject subjects[count];
    for (int i = 0; i < count; i++) {
        subjects[i] = subject_read(argv[first + i], folder);
        char version[200];
        subject_version(&subjects[i], version, sizeof version);
        printf("{\"kind\":\"subject\",\"subject\":\"%s\",\"version\":\"%s\"}\n", subjects[i].name, version);
    }
    if (!strcmp(mode, "times")) times(subjects, count, atoi(argv[3]), atoll(argv[4]));
    if (!strcmp(mode, "opening")) opening(subjects, count, atoi(argv[3]), atoi(argv[4]));
    return 0;
}
