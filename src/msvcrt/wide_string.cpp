// wcslen and its family over 16-bit characters, and the comparisons without case of both kinds.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

#include "msvcrt/crt.h"

namespace {

using View = std::u16string_view;

View view(const wchar_t* text) {
  return reinterpret_cast<const char16_t*>(text);
}
View view(const wchar_t* text, size_t count) {
  return {reinterpret_cast<const char16_t*>(text), transom_wcsnlen(text, count)};
}
wchar_t* at(const wchar_t* text, size_t position) {
  return position == View::npos ? nullptr : const_cast<wchar_t*>(text) + position;
}

template <class Char>
int difference(Char left, Char right) {
  return left < right ? -1 : left > right;
}

int fold(char c) {
  return c >= 'A' && c <= 'Z' ? c + 32 : static_cast<unsigned char>(c);
}
int fold(wchar_t c) {
  return static_cast<int>(transom_towlower(c));
}

template <class Char>
int compare_folded(const Char* left, const Char* right, size_t count) {
  for (; count > 0; --count, ++left, ++right) {
    const int l = fold(*left), r = fold(*right);
    if (l != r) return l < r ? -1 : 1;
    if (l == 0) return 0;
  }
  return 0;
}

constexpr size_t kNoLimit = static_cast<size_t>(-1);
constexpr errno_t kTruncated = 80;  // STRUNCATE

template <class Char>
size_t length_of(const Char* text, size_t limit = kNoLimit) {
  size_t length = 0;
  while (length < limit && text[length]) ++length;
  return length;
}

template <class Char>
Char* copy_of(const Char* text) {
  if (!text) return nullptr;
  const size_t bytes = (length_of(text) + 1) * sizeof(Char);
  void* copy = std::malloc(bytes);
  return static_cast<Char*>(copy ? std::memcpy(copy, text, bytes) : nullptr);
}

template <class Char>
Char* reverse(Char* text) {
  std::reverse(text, text + length_of(text));
  return text;
}

template <class Char, class Function>
Char* each(Char* text, size_t count, Function function) {
  for (Char* c = text; *c && count > 0; ++c, --count) *c = static_cast<Char>(function(*c));
  return text;
}

// The _s copies: an error empties the target.
template <class Char>
errno_t fail(Char* to, size_t size, errno_t error) {
  if (to && size > 0) *to = 0;
  return errno = error;
}

// Appends at most `count` characters behind `start`; _TRUNCATE takes what fits.
template <class Char>
errno_t append_secure(Char* to, size_t size, size_t start, const Char* from, size_t count) {
  if (!to || size == 0) return errno = EINVAL;
  if (!from) return fail(to, size, EINVAL);
  if (start >= size) return fail(to, size, EINVAL);
  const bool truncates = count == kNoLimit;
  size_t length = length_of(from, truncates ? size : count);
  if (length >= size - start) {
    if (!truncates) return fail(to, size, ERANGE);
    length = size - start - 1;
    std::memcpy(to + start, from, length * sizeof(Char));
    to[size - 1] = 0;
    return kTruncated;
  }
  std::memcpy(to + start, from, length * sizeof(Char));
  to[start + length] = 0;
  return 0;
}

template <class Char>
errno_t copy_secure(Char* to, size_t size, const Char* from) {
  if (!to || size == 0) return errno = EINVAL;
  if (!from) return fail(to, size, EINVAL);
  return append_secure(to, size, 0, from, length_of(from));
}

template <class Char>
errno_t append_whole(Char* to, size_t size, const Char* from, size_t count) {
  if (!to || size == 0) return errno = EINVAL;
  if (!from) return fail(to, size, EINVAL);
  return append_secure(to, size, length_of(to, size), from, count);
}

template <class Char, class Function>
errno_t each_secure(Char* text, size_t size, Function function) {
  if (!text || length_of(text, size) == size) return fail(text, size, EINVAL);
  each(text, kNoLimit, function);
  return 0;
}

char lower(char c) {
  return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
}
char upper(char c) {
  return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
}

}  // namespace

size_t transom_wcslen(const wchar_t* text) {
  return view(text).size();
}
size_t transom_wcsnlen(const wchar_t* text, size_t limit) {
  return length_of(text, limit);
}
wchar_t* transom_wcscpy(wchar_t* to, const wchar_t* from) {
  std::memmove(to, from, (length_of(from) + 1) * sizeof(wchar_t));
  return to;
}
wchar_t* transom_wcsncpy(wchar_t* to, const wchar_t* from, size_t count) {
  const size_t length = length_of(from, count);
  std::memmove(to, from, length * sizeof(wchar_t));
  std::memset(to + length, 0, (count - length) * sizeof(wchar_t));
  return to;
}
wchar_t* transom_wcscat(wchar_t* to, const wchar_t* from) {
  transom_wcscpy(to + length_of(to), from);
  return to;
}
wchar_t* transom_wcsncat(wchar_t* to, const wchar_t* from, size_t count) {
  wchar_t* end = to + length_of(to);
  const size_t length = length_of(from, count);
  std::memmove(end, from, length * sizeof(wchar_t));
  end[length] = 0;
  return to;
}
int transom_wcscmp(const wchar_t* l, const wchar_t* r) {
  return difference(view(l), view(r));
}
int transom_wcsncmp(const wchar_t* l, const wchar_t* r, size_t n) {
  return difference(view(l, n), view(r, n));
}
int transom_wcscoll(const wchar_t* l, const wchar_t* r) {
  return transom_wcscmp(l, r);
}
size_t transom_wcsxfrm(wchar_t* to, const wchar_t* from, size_t count) {
  const size_t length = length_of(from);
  if (count > 0) {
    std::memcpy(to, from, std::min(length + 1, count) * sizeof(wchar_t));
  }
  return length;
}
wchar_t* transom_wcschr(const wchar_t* text, wchar_t wanted) {
  for (;; ++text) {
    if (*text == wanted) return const_cast<wchar_t*>(text);
    if (!*text) return nullptr;
  }
}
wchar_t* transom_wcsrchr(const wchar_t* text, wchar_t wanted) {
  for (size_t i = length_of(text) + 1; i-- > 0;) {
    if (text[i] == wanted) return at(text, i);
  }
  return nullptr;
}
size_t transom_wcsspn(const wchar_t* text, const wchar_t* accepted) {
  return std::min(view(text).find_first_not_of(view(accepted)), view(text).size());
}
size_t transom_wcscspn(const wchar_t* text, const wchar_t* rejected) {
  return std::min(view(text).find_first_of(view(rejected)), view(text).size());
}
wchar_t* transom_wcspbrk(const wchar_t* text, const wchar_t* wanted) {
  return at(text, view(text).find_first_of(view(wanted)));
}
wchar_t* transom_wcsstr(const wchar_t* text, const wchar_t* wanted) {
  return at(text, view(text).find(view(wanted)));
}
wchar_t* transom_wcstok(wchar_t* text, const wchar_t* separators, wchar_t** state) {
  if (!text) text = *state;
  if (!text) return nullptr;
  text += transom_wcsspn(text, separators);
  if (!*text) {
    *state = nullptr;
    return nullptr;
  }
  wchar_t* end = text + transom_wcscspn(text, separators);
  *state = *end ? end + 1 : nullptr;
  *end = 0;
  return text;
}
wchar_t* transom_wcstok_stateless(wchar_t* text, const wchar_t* separators) {
  thread_local wchar_t* state = nullptr;
  return transom_wcstok(text, separators, &state);
}
wchar_t* transom_wmemchr(const wchar_t* text, wchar_t wanted, size_t count) {
  const wchar_t* found = std::find(text, text + count, wanted);
  return found == text + count ? nullptr : const_cast<wchar_t*>(found);
}
int transom_wmemcmp(const wchar_t* l, const wchar_t* r, size_t n) {
  return difference(View(reinterpret_cast<const char16_t*>(l), n),
                    View(reinterpret_cast<const char16_t*>(r), n));
}
wchar_t* transom_wmemcpy(wchar_t* to, const wchar_t* from, size_t count) {
  return static_cast<wchar_t*>(std::memcpy(to, from, count * sizeof(wchar_t)));
}
wchar_t* transom_wmemmove(wchar_t* to, const wchar_t* from, size_t count) {
  return static_cast<wchar_t*>(std::memmove(to, from, count * sizeof(wchar_t)));
}
wchar_t* transom_wmemset(wchar_t* to, wchar_t value, size_t count) {
  std::fill_n(to, count, value);
  return to;
}

wchar_t* _wcsdup(const wchar_t* text) {
  return copy_of(text);
}
int _wcsicmp(const wchar_t* l, const wchar_t* r) {
  return compare_folded(l, r, kNoLimit);
}
int _wcsnicmp(const wchar_t* l, const wchar_t* r, size_t n) {
  return compare_folded(l, r, n);
}
int _wcsicoll(const wchar_t* l, const wchar_t* r) {
  return compare_folded(l, r, kNoLimit);
}
int _wcsncoll(const wchar_t* l, const wchar_t* r, size_t n) {
  return transom_wcsncmp(l, r, n);
}
int _wcsnicoll(const wchar_t* l, const wchar_t* r, size_t n) {
  return compare_folded(l, r, n);
}
wchar_t* _wcslwr(wchar_t* text) {
  return each(text, kNoLimit, transom_towlower);
}
wchar_t* _wcsupr(wchar_t* text) {
  return each(text, kNoLimit, transom_towupper);
}
wchar_t* _wcsrev(wchar_t* text) {
  return reverse(text);
}
wchar_t* _wcsset(wchar_t* text, wchar_t value) {
  return each(text, kNoLimit, [=](wchar_t) { return value; });
}
wchar_t* _wcsnset(wchar_t* text, wchar_t value, size_t count) {
  return each(text, count, [=](wchar_t) { return value; });
}
errno_t wcscpy_s(wchar_t* to, rsize_t size, const wchar_t* from) {
  return copy_secure(to, size, from);
}
errno_t wcsncpy_s(wchar_t* to, rsize_t size, const wchar_t* from, rsize_t count) {
  return append_secure(to, size, 0, from, count);
}
errno_t wcscat_s(wchar_t* to, rsize_t size, const wchar_t* from) {
  return append_whole(to, size, from, from ? length_of(from) : 0);
}
errno_t wcsncat_s(wchar_t* to, rsize_t size, const wchar_t* from, rsize_t count) {
  return append_whole(to, size, from, count);
}
errno_t _wcslwr_s(wchar_t* text, size_t size) {
  return each_secure(text, size, transom_towlower);
}
errno_t _wcsupr_s(wchar_t* text, size_t size) {
  return each_secure(text, size, transom_towupper);
}
errno_t wmemcpy_s(wchar_t* to, rsize_t size, const wchar_t* from, rsize_t count) {
  return memcpy_s(to, size * sizeof(wchar_t), from, count * sizeof(wchar_t));
}

int _stricmp(const char* l, const char* r) {
  return compare_folded(l, r, kNoLimit);
}
int _strcmpi(const char* l, const char* r) {
  return compare_folded(l, r, kNoLimit);
}
int _strnicmp(const char* l, const char* r, size_t n) {
  return compare_folded(l, r, n);
}
int _stricoll(const char* l, const char* r) {
  return compare_folded(l, r, kNoLimit);
}
int _strncoll(const char* l, const char* r, size_t n) {
  return std::strncmp(l, r, n);
}
int _strnicoll(const char* l, const char* r, size_t n) {
  return compare_folded(l, r, n);
}
int _memicmp(const void* left, const void* right, size_t count) {
  const auto* l = static_cast<const char*>(left);
  const auto* r = static_cast<const char*>(right);
  for (; count > 0; --count, ++l, ++r) {
    if (fold(*l) != fold(*r)) return fold(*l) < fold(*r) ? -1 : 1;
  }
  return 0;
}
char* _strdup(const char* text) {
  return copy_of(text);
}
char* _strlwr(char* text) {
  return each(text, kNoLimit, lower);
}
char* _strupr(char* text) {
  return each(text, kNoLimit, upper);
}
char* _strrev(char* text) {
  return reverse(text);
}
char* _strset(char* text, int value) {
  return each(text, kNoLimit, [=](char) { return value; });
}
char* _strnset(char* text, int value, size_t count) {
  return each(text, count, [=](char) { return value; });
}
void* _memccpy(void* to, const void* from, int last, size_t count) {
  return ::memccpy(to, from, last, count);
}
size_t __strncnt(const char* text, size_t count) {
  return length_of(text, count);
}
errno_t strcpy_s(char* to, rsize_t size, const char* from) {
  return copy_secure(to, size, from);
}
errno_t strncpy_s(char* to, rsize_t size, const char* from, rsize_t count) {
  return append_secure(to, size, 0, from, count);
}
errno_t strcat_s(char* to, rsize_t size, const char* from) {
  return append_whole(to, size, from, from ? length_of(from) : 0);
}
errno_t strncat_s(char* to, rsize_t size, const char* from, rsize_t count) {
  return append_whole(to, size, from, count);
}
errno_t _strlwr_s(char* text, size_t size) {
  return each_secure(text, size, lower);
}
errno_t _strupr_s(char* text, size_t size) {
  return each_secure(text, size, upper);
}
errno_t strerror_s(char* buffer, size_t size, int error) {
  return append_secure(buffer, size, 0, static_cast<const char*>(std::strerror(error)), kNoLimit) ==
                 EINVAL
             ? EINVAL
             : 0;
}
errno_t memcpy_s(void* to, rsize_t size, const void* from, rsize_t count) {
  if (count == 0) return 0;
  if (!to || !from || size < count) {
    if (to) std::memset(to, 0, size);
    return errno = to && from ? ERANGE : EINVAL;
  }
  std::memcpy(to, from, count);
  return 0;
}
errno_t memmove_s(void* to, rsize_t size, const void* from, rsize_t count) {
  if (count == 0) return 0;
  if (!to || !from) return errno = EINVAL;
  if (size < count) return errno = ERANGE;
  std::memmove(to, from, count);
  return 0;
}
char* strtok_s(char* text, const char* separators, char** state) {
  return ::strtok_r(text, separators, state);
}
