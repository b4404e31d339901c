// Who uses the machine.
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "base/last_error.h"
#include "base/text.h"

using namespace transom;

namespace {

std::u16string user_name() {
  passwd entry{};
  passwd* found = nullptr;
  std::vector<char> room(16384);
  getpwuid_r(geteuid(), &entry, room.data(), room.size(), &found);
  if (found != nullptr) return base::utf8_to_utf16(found->pw_name);
  const char* name = getenv("USER");
  return base::utf8_to_utf16(name != nullptr ? name : "user");
}

// `size`: in, the buffer's; out, what was copied with the end, or what is needed.
template <class Char>
WINBOOL answer(const std::basic_string<Char>& name, Char* buffer, LPDWORD size) {
  if (size == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const DWORD room = *size;
  *size = static_cast<DWORD>(name.size() + 1);
  if (buffer == nullptr || room < *size) return base::fail(ERROR_INSUFFICIENT_BUFFER);
  std::copy_n(name.c_str(), name.size() + 1, buffer);
  return TRUE;
}

}  // namespace

// Last errors: ERROR_INSUFFICIENT_BUFFER.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getusernamew
WINBOOL WINAPI GetUserNameW(LPWSTR buffer, LPDWORD size) {
  return answer(user_name(), base::as_char16(buffer), size);
}
WINBOOL WINAPI GetUserNameA(LPSTR buffer, LPDWORD size) {
  return answer(base::to_ansi(user_name()), buffer, size);
}
