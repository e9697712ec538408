// What Swift cannot import from sqlite3.h by itself: variadic calls and pointer constants.
#pragma once
#include <sqlite3.h>
