// D-Bus on first use, by libsystemd, as base/sqlite_library.h has SQLite: a program that shows no
// window never loads it, and one on a machine without it runs on.
#pragma once

#include <systemd/sd-bus.h>

namespace transom::host {

// The function of that name, or null. Thread-safe.
void* bus_symbol(const char* name);

}  // namespace transom::host

// Only of a Bus that could be opened: the functions are then there.
#define TRANSOM_BUS(name)                                                      \
  ([]() -> decltype(&name) {                                                   \
    static const auto function =                                               \
        reinterpret_cast<decltype(&name)>(::transom::host::bus_symbol(#name)); \
    return function;                                                           \
  }())
