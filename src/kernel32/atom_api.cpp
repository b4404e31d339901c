// Atoms as exported: the process's own table and the one that all programs of a desktop share.
// https://learn.microsoft.com/windows/win32/dataxchg/about-atom-tables
#include "base/atom.h"
#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/text_result.h"

using namespace transom;

namespace {

constexpr std::uintptr_t kIntegers = 0x10000;

// A name: text, or MAKEINTATOM.
std::u16string name_of(LPCWSTR name) {
  return base::as_char16(name);
}
std::u16string name_of(LPCSTR name) {
  return base::to_utf16(name);
}

template <class Char>
ATOM integer_of(const Char* name) {
  const auto value = reinterpret_cast<std::uintptr_t>(name);
  return value < base::AtomTable::kFirst ? static_cast<ATOM>(value) : ATOM{0};
}

template <class Char>
ATOM add(base::AtomTable& table, const Char* name) {
  if (reinterpret_cast<std::uintptr_t>(name) < kIntegers) {
    const ATOM atom = integer_of(name);
    return atom != 0 ? atom : base::fail<ATOM>(ERROR_INVALID_PARAMETER);
  }
  const std::u16string text = name_of(name);
  if (text.size() > base::AtomTable::kLongestName) return base::fail<ATOM>(ERROR_INVALID_PARAMETER);
  const ATOM atom = table.add(text);
  if (atom != 0) return atom;
  return base::fail<ATOM>(text.empty() ? ERROR_INVALID_PARAMETER : ERROR_NOT_ENOUGH_MEMORY);
}

template <class Char>
ATOM find(base::AtomTable& table, const Char* name) {
  if (reinterpret_cast<std::uintptr_t>(name) < kIntegers) {
    const ATOM atom = integer_of(name);
    return atom != 0 ? atom : base::fail<ATOM>(ERROR_INVALID_PARAMETER);
  }
  const ATOM atom = table.find(name_of(name));
  return atom != 0 ? atom : base::fail<ATOM>(ERROR_FILE_NOT_FOUND);
}

ATOM remove(base::AtomTable& table, ATOM atom) {
  return table.release(atom) ? ATOM{0} : base::fail(ERROR_INVALID_HANDLE, atom);
}

// The characters written without the end; what does not fit is cut.
template <class Char>
UINT copy_name(const std::basic_string<Char>& name, Char* buffer, int size) {
  const std::size_t count = kernel::copy_cut<Char>(name, buffer, static_cast<std::size_t>(size));
  if (count < name.size()) base::set_last_error(ERROR_MORE_DATA);
  return static_cast<UINT>(count);
}

UINT get_name(base::AtomTable& table, ATOM atom, LPWSTR buffer, int size) {
  if (buffer == nullptr || size <= 0) return base::fail<UINT>(ERROR_MORE_DATA);
  const auto name = table.name(atom);
  return name ? copy_name(*name, base::as_char16(buffer), size)
              : base::fail<UINT>(ERROR_INVALID_HANDLE);
}
UINT get_name(base::AtomTable& table, ATOM atom, LPSTR buffer, int size) {
  if (buffer == nullptr || size <= 0) return base::fail<UINT>(ERROR_MORE_DATA);
  const auto name = table.name(atom);
  return name ? copy_name(base::to_ansi(*name), buffer, size)
              : base::fail<UINT>(ERROR_INVALID_HANDLE);
}

}  // namespace

// The table grows by itself.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-initatomtable
WINBOOL WINAPI InitAtomTable(DWORD) {
  return TRUE;
}

// Last errors: ERROR_INVALID_PARAMETER (longer than 255 characters), ERROR_NOT_ENOUGH_MEMORY.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-addatomw
ATOM WINAPI AddAtomW(LPCWSTR name) {
  return add(base::local_atoms(), name);
}
ATOM WINAPI AddAtomA(LPCSTR name) {
  return add(base::local_atoms(), name);
}
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-globaladdatomw
ATOM WINAPI GlobalAddAtomW(LPCWSTR name) {
  return add(base::global_atoms(), name);
}
ATOM WINAPI GlobalAddAtomA(LPCSTR name) {
  return add(base::global_atoms(), name);
}

// Last errors: ERROR_FILE_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-findatomw
ATOM WINAPI FindAtomW(LPCWSTR name) {
  return find(base::local_atoms(), name);
}
ATOM WINAPI FindAtomA(LPCSTR name) {
  return find(base::local_atoms(), name);
}
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-globalfindatomw
ATOM WINAPI GlobalFindAtomW(LPCWSTR name) {
  return find(base::global_atoms(), name);
}
ATOM WINAPI GlobalFindAtomA(LPCSTR name) {
  return find(base::global_atoms(), name);
}

// 0 on success, else the atom. Last errors: ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-deleteatom
ATOM WINAPI DeleteAtom(ATOM atom) {
  return remove(base::local_atoms(), atom);
}
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-globaldeleteatom
ATOM WINAPI GlobalDeleteAtom(ATOM atom) {
  return remove(base::global_atoms(), atom);
}

// The length in characters. Last errors: ERROR_INVALID_HANDLE, ERROR_MORE_DATA.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getatomnamew
UINT WINAPI GetAtomNameW(ATOM atom, LPWSTR buffer, int size) {
  return get_name(base::local_atoms(), atom, buffer, size);
}
UINT WINAPI GetAtomNameA(ATOM atom, LPSTR buffer, int size) {
  return get_name(base::local_atoms(), atom, buffer, size);
}
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-globalgetatomnamew
UINT WINAPI GlobalGetAtomNameW(ATOM atom, LPWSTR buffer, int size) {
  return get_name(base::global_atoms(), atom, buffer, size);
}
UINT WINAPI GlobalGetAtomNameA(ATOM atom, LPSTR buffer, int size) {
  return get_name(base::global_atoms(), atom, buffer, size);
}
