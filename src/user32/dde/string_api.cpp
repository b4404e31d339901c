// DDEML's string handles.

#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/text_result.h"
#include "user32/dde/instance.h"

namespace transom::user::dde {
namespace {

HSZ create(DWORD id, const std::u16string& text) {
  const auto instance = own_instance(id);
  if (!instance) return nullptr;
  // "The maximum is 255 characters"; empty text has no handle.
  if (text.empty() || text.size() > 255) return fail<HSZ>(*instance, DMLERR_INVALIDPARAMETER);
  const ATOM atom = GlobalAddAtomW(base::as_wchar(text));
  if (atom == 0) return fail<HSZ>(*instance, DMLERR_LOW_MEMORY);
  ++instance->strings[atom];
  return handle_of(atom);
}

std::u16string text_of(HSZ handle) {
  WCHAR name[256];
  const UINT length = GlobalGetAtomNameW(atom_of(handle), name, 256);
  return {base::as_char16(name), length};
}

template <class Char>
DWORD copy(const std::basic_string<Char>& text, Char* to, DWORD room) {
  const bool wanted = to != nullptr && room != 0;
  return static_cast<DWORD>(wanted ? kernel::copy_cut<Char>(text, to, room) : text.size());
}

}  // namespace
}  // namespace transom::user::dde

using namespace transom;
using namespace transom::user::dde;

// A handle for a text of up to 255 characters, to be freed with DdeFreeStringHandle.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddecreatestringhandlew
HSZ WINAPI DdeCreateStringHandleW(DWORD id, LPCWSTR text, int code_page) {
  if (text == nullptr || code_page == CP_WINANSI) {
    return text != nullptr ? DdeCreateStringHandleA(id, reinterpret_cast<LPCSTR>(text), code_page)
                           : nullptr;
  }
  return create(id, base::as_char16(text));
}

// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddecreatestringhandlea
HSZ WINAPI DdeCreateStringHandleA(DWORD id, LPCSTR text, int code_page) {
  if (text == nullptr) return nullptr;
  if (code_page == CP_WINUNICODE) return create(id, reinterpret_cast<const char16_t*>(text));
  return create(id, base::to_utf16(text));
}

// Copies the text with its terminator, cut to the room; its length. With a null buffer, the length.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddequerystringw
DWORD WINAPI DdeQueryStringW(DWORD id, HSZ handle, LPWSTR to, DWORD room, int code_page) {
  if (code_page == CP_WINANSI) {
    return DdeQueryStringA(id, handle, reinterpret_cast<LPSTR>(to), room, code_page);
  }
  return own_instance(id) ? copy(text_of(handle), base::as_char16(to), room) : 0;
}

// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddequerystringa
DWORD WINAPI DdeQueryStringA(DWORD id, HSZ handle, LPSTR to, DWORD room, int code_page) {
  if (!own_instance(id)) return 0;
  if (code_page == CP_WINUNICODE) {
    return copy(text_of(handle), reinterpret_cast<char16_t*>(to), room);
  }
  return copy(base::to_ansi(text_of(handle)), to, room);
}

// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddefreestringhandle
WINBOOL WINAPI DdeFreeStringHandle(DWORD id, HSZ handle) {
  const auto instance = own_instance(id);
  if (!instance) return FALSE;
  const auto found = instance->strings.find(atom_of(handle));
  if (found == instance->strings.end()) return fail(*instance, DMLERR_INVALIDPARAMETER, FALSE);
  GlobalDeleteAtom(found->first);
  if (--found->second == 0) instance->strings.erase(found);
  return TRUE;
}

// Keeps a handle that the callback was given: it is freed once more often.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddekeepstringhandle
WINBOOL WINAPI DdeKeepStringHandle(DWORD id, HSZ handle) {
  const auto instance = own_instance(id);
  const std::u16string text = text_of(handle);
  if (!instance || text.empty()) return FALSE;
  return create(id, text) != nullptr;
}

// -1, 0 or 1; case does not count, and no text comes before any.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddecmpstringhandles
int WINAPI DdeCmpStringHandles(HSZ first, HSZ second) {
  if (first == second) return 0;
  const int order = base::fold_case(text_of(first)).compare(base::fold_case(text_of(second)));
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}
