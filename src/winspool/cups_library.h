// CUPS on first use, as base/icu_library.h has ICU: a program that never prints never loads it.
#pragma once

#include <cups/cups.h>

namespace transom::winspool {

// The function of that name, or null where CUPS is not installed. Thread-safe.
void* cups_symbol(const char* name);

}  // namespace transom::winspool

#define TRANSOM_CUPS(name)                                                          \
  ([]() -> decltype(&name) {                                                        \
    static const auto function =                                                    \
        reinterpret_cast<decltype(&name)>(::transom::winspool::cups_symbol(#name)); \
    return function;                                                                \
  }())
