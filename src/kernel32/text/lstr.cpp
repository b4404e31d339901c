// The string functions of old: null pointers and bad memory are answered, not died of.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-lstrcpyw
#include <algorithm>

#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/text/compare.h"

using namespace transom;

namespace {

template <class Char>
int length(const Char* text) {
  if (text == nullptr) return 0;
  return static_cast<int>(std::char_traits<Char>::length(text));
}

template <class Char>
Char* copy(Char* to, const Char* from) {
  if (to == nullptr || from == nullptr) return nullptr;
  std::memmove(to, from, (static_cast<std::size_t>(length(from)) + 1) * sizeof(Char));
  return to;
}

// At most `size` characters with the end.
template <class Char>
Char* copy_at_most(Char* to, const Char* from, int size) {
  if (to == nullptr || from == nullptr || size <= 0) return nullptr;
  int i = 0;
  for (; i < size - 1 && from[i] != 0; ++i) to[i] = from[i];
  to[i] = 0;
  return to;
}

template <class Char>
Char* append(Char* to, const Char* from) {
  if (to == nullptr || from == nullptr) return nullptr;
  copy(to + length(to), from);
  return to;
}

// Null sorts before everything, as Windows does it.
template <class Char, class Compare>
int compare(const Char* a, const Char* b, Compare compare) {
  if (a == nullptr) return b == nullptr ? 0 : -1;
  if (b == nullptr) return 1;
  return compare();
}

using kernel::Case;
using kernel::compare_text;

}  // namespace

int WINAPI lstrlenA(LPCSTR text) {
  return length(text);
}
int WINAPI lstrlenW(LPCWSTR text) {
  return length(base::as_char16(text));
}
LPSTR WINAPI lstrcpyA(LPSTR to, LPCSTR from) {
  return copy(to, from);
}
LPWSTR WINAPI lstrcpyW(LPWSTR to, LPCWSTR from) {
  return base::as_wchar(copy(base::as_char16(to), base::as_char16(from)));
}
LPSTR WINAPI lstrcpynA(LPSTR to, LPCSTR from, int size) {
  return copy_at_most(to, from, size);
}
LPWSTR WINAPI lstrcpynW(LPWSTR to, LPCWSTR from, int size) {
  return base::as_wchar(copy_at_most(base::as_char16(to), base::as_char16(from), size));
}
LPSTR WINAPI lstrcatA(LPSTR to, LPCSTR from) {
  return append(to, from);
}
LPWSTR WINAPI lstrcatW(LPWSTR to, LPCWSTR from) {
  return base::as_wchar(append(base::as_char16(to), base::as_char16(from)));
}

// In dictionary order, not by code: "a" comes before "B", and lower case before upper.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-lstrcmpw
int WINAPI lstrcmpA(LPCSTR a, LPCSTR b) {
  return compare(
      a, b, [&] { return compare_text(base::to_utf16(a), base::to_utf16(b), Case::kRespected); });
}
int WINAPI lstrcmpW(LPCWSTR a, LPCWSTR b) {
  return compare(
      a, b, [&] { return compare_text(base::as_char16(a), base::as_char16(b), Case::kRespected); });
}
int WINAPI lstrcmpiA(LPCSTR a, LPCSTR b) {
  return compare(
      a, b, [&] { return compare_text(base::to_utf16(a), base::to_utf16(b), Case::kIgnored); });
}
int WINAPI lstrcmpiW(LPCWSTR a, LPCWSTR b) {
  return compare(
      a, b, [&] { return compare_text(base::as_char16(a), base::as_char16(b), Case::kIgnored); });
}
