// What the tables of bad input are made of.
//
//   BAD(GetClassNameW, (bad, wide, 1), 0, ERROR_INVALID_WINDOW_HANDLE)
//
// is a call that is made with every bad handle in turn, must return 0 and leave that last error.
// Functions whose pages tell of no error have kAnyError; ones that return nothing only must not
// crash. BAD_BUT_NULL: null means something there. BAD_WAITS: so it does, and with a good window
// the function would wait for somebody.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <type_traits>

#include "base/win32.h"

namespace transom::bad_input {

constexpr long kAnyError = -1;
constexpr long kNoError = 0xBAD;  // the one from before the call stays

struct Answer {
  bool is_void = false;
  long long result = 0;
};

template <class Function>
Answer answer(Function function) {
  if constexpr (std::is_void_v<decltype(function())>) {
    function();
    return {.is_void = true};
  } else if constexpr (std::is_pointer_v<decltype(function())>) {
    return {.result = reinterpret_cast<long long>(function())};
  } else {
    return {.result = static_cast<long long>(function())};
  }
}

// BAD_INPUT_SHOW=1 names each call before it is made: which one crashed.
inline void describe_call(const char* function, const char* arguments, const char* bad) {
  static const bool shows = std::getenv("BAD_INPUT_SHOW") != nullptr;
  if (shows) std::fprintf(stderr, "%s%s, bad: %s\n", function, arguments, bad);
}

template <class Handle>
struct Row {
  const char* function;
  const char* arguments;
  Answer (*call)(Handle bad);
  long long result;
  long error;
  bool null_too;
};

}  // namespace transom::bad_input
