// Loading: one library beside others that export the same names.
#define _GNU_SOURCE
#include "library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

struct library library_load(const char *path) {
    // Each library finds its own functions first, and gives its names to nobody.
    void *handle = dlopen(path, RTLD_LAZY | RTLD_LOCAL | RTLD_DEEPBIND);
    if (!handle) {
        fprintf(stderr, "%s\n", dlerror());
        exit(69);
    }
    struct library library = {0};
#define FIND(result, name, parameters)                                        \
    library.name = (result(*) parameters)dlsym(handle, "sqlite3_" #name);     \
    if (!library.name) {                                                      \
        fprintf(stderr, "%s has no sqlite3_%s\n", path, #name);               \
        exit(69);                                                             \
    }
    FUNCTIONS(FIND)
#undef FIND
    library.open_vault = (sqlite3 * (*)(const char *, int, void **)) dlsym(handle, "dalesway_open");
    library.close_vault = (int (*)(void *))dlsym(handle, "dalesway_close");
    return library;
}
