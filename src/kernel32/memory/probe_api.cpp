// The functions that tell whether memory can be touched. Nothing is ever TRUE for sure: another
// thread may change the answer at once.
#include "base/last_error.h"
#include "kernel32/memory/page_map.h"

using namespace transom;
using namespace transom::kernel;

namespace {

WINBOOL is_bad(const void* address, std::size_t size, Access access) {
  return !is_accessible(address, size, access);
}

// Looks at one page after the other, up to the end of the text.
template <class Char>
WINBOOL is_bad_text(const Char* text, std::size_t most) {
  for (std::size_t i = 0; i < most; ++i) {
    const auto address = reinterpret_cast<std::uintptr_t>(text + i);
    const bool new_page = i == 0 || (address & 0xFFF) < sizeof(Char);
    if (new_page && is_bad(text + i, sizeof(Char), Access::kRead)) return TRUE;
    if (text[i] == 0) return FALSE;
  }
  return FALSE;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-isbadreadptr
WINBOOL WINAPI IsBadReadPtr(const VOID* address, UINT_PTR size) {
  return is_bad(address, size, Access::kRead);
}
WINBOOL WINAPI IsBadHugeReadPtr(const VOID* address, UINT_PTR size) {
  return is_bad(address, size, Access::kRead);
}
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-isbadwriteptr
WINBOOL WINAPI IsBadWritePtr(LPVOID address, UINT_PTR size) {
  return is_bad(address, size, Access::kWrite);
}
WINBOOL WINAPI IsBadHugeWritePtr(LPVOID address, UINT_PTR size) {
  return is_bad(address, size, Access::kWrite);
}
// Can the code be read? Whether it can be run is not asked, as documented.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-isbadcodeptr
WINBOOL WINAPI IsBadCodePtr(FARPROC address) {
  return is_bad(reinterpret_cast<const void*>(address), 1, Access::kRead);
}
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-isbadstringptrw
WINBOOL WINAPI IsBadStringPtrW(LPCWSTR text, UINT_PTR most) {
  return is_bad_text(text, most);
}
WINBOOL WINAPI IsBadStringPtrA(LPCSTR text, UINT_PTR most) {
  return is_bad_text(text, most);
}
