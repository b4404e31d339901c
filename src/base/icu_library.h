// ICU on first use: the library is opened when something first asks for one of its functions, so
// that a program that needs no collation, locale or rare code page never loads its 30 megabytes.
//
// `TRANSOM_ICU(ucnv_open)` is a pointer to the function, or null where ICU is not installed: ask
// icu_available() once before using a group of them.
#pragma once

#include "base/icu.h"

#include <unicode/utypes.h>

namespace transom::base {

// The function of that (versioned) name in libicuuc or libicui18n, or null. Thread-safe.
void* icu_symbol(const char* versioned_name);
bool icu_available();

}  // namespace transom::base

// The name is expanded before it is quoted: the headers of ICU rename ucnv_open to ucnv_open_72.
#define TRANSOM_ICU_STRING_OF(name) #name
#define TRANSOM_ICU_NAME(name) TRANSOM_ICU_STRING_OF(name)
#define TRANSOM_ICU(name)                                                                       \
  ([]() -> decltype(&name) {                                                                    \
    static const auto function =                                                                \
        reinterpret_cast<decltype(&name)>(::transom::base::icu_symbol(TRANSOM_ICU_NAME(name))); \
    return function;                                                                            \
  }())
