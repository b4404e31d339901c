// CALL(DestroyWindow(frame)): writes the call as it stands in the source, then one step deeper what
// happens meanwhile, and the result in words. Its value is the call's.
//
// CALL_ERROR(...) adds the last error where the call answers zero.
#pragma once

#include <windows.h>

#include <string>
#include <type_traits>

#include "recorder.h"

namespace scenario {

// A result in words.
std::string result_text(HWND window);
std::string result_text(long long number);
std::string result_text(const std::string& text);
std::string error_text(DWORD error);

template <class Result>
std::string text_of_result(const Result& result) {
  if constexpr (std::is_same_v<Result, HWND>) {
    return result_text(result);
  } else if constexpr (std::is_integral_v<Result> || std::is_enum_v<Result>) {
    // The same on both sides, where LONG is long and where it is int.
    return result_text(static_cast<long long>(result));
  } else if constexpr (std::is_pointer_v<Result>) {
    return object_text(reinterpret_cast<const void*>(result), "a handle");
  } else {
    return result_text(std::string(result));
  }
}

enum class Errors { kLeave, kTell };

class CallLine {
 public:
  CallLine(const char* source, Errors errors);
  void close(const std::string& result, bool failed);
  void close();

 private:
  Recording recording_;
  std::string source_;
  Errors errors_;
  std::size_t lines_;
};

template <class Function>
auto call(const char* source, Errors errors, Function function) {
  CallLine line(source, errors);
  if constexpr (std::is_void_v<decltype(function())>) {
    {
      const Deeper deeper;
      function();
    }
    line.close();
  } else {
    const auto result = [&] {
      const Deeper deeper;
      return function();
    }();
    line.close(text_of_result(result), !result);
    return result;
  }
}

}  // namespace scenario

#define CALL(...) \
  scenario::call(#__VA_ARGS__, scenario::Errors::kLeave, [&] { return __VA_ARGS__; })
#define CALL_ERROR(...) \
  scenario::call(#__VA_ARGS__, scenario::Errors::kTell, [&] { return __VA_ARGS__; })
