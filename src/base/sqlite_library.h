// SQLite on first use, as base/icu_library.h has ICU: a program that never asks for the registry
// never loads it.
#pragma once

#include <sqlite3.h>

namespace transom::base {

// The function of that name, or null where SQLite is not installed. Thread-safe.
void* sqlite_symbol(const char* name);

}  // namespace transom::base

#define TRANSOM_SQLITE(name)                                                      \
  ([]() -> decltype(&name) {                                                      \
    static const auto function =                                                  \
        reinterpret_cast<decltype(&name)>(::transom::base::sqlite_symbol(#name)); \
    return function;                                                              \
  }())
