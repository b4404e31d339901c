// The machine's name: the host's, as NetBIOS writes it (15 capital letters) or as DNS does.
#include <unistd.h>

#include <algorithm>

#include "base/last_error.h"
#include "base/text.h"

using namespace transom;

namespace {

std::string host_name() {
  char name[256] = "localhost";
  gethostname(name, sizeof name - 1);
  return name;
}

std::u16string net_bios_name() {
  std::string name = host_name();
  name.resize(std::min({name.find('.'), name.size(), std::size_t{MAX_COMPUTERNAME_LENGTH}}));
  std::u16string wide = base::utf8_to_utf16(name);
  std::transform(wide.begin(), wide.end(), wide.begin(),
                 [](char16_t c) { return c >= u'a' && c <= u'z' ? char16_t(c - 32) : c; });
  return wide;
}

std::u16string name_of_kind(COMPUTER_NAME_FORMAT kind) {
  const std::string host = host_name();
  const std::size_t dot = std::min(host.find('.'), host.size());
  switch (kind) {
    case ComputerNameNetBIOS:
    case ComputerNamePhysicalNetBIOS:
      return net_bios_name();
    case ComputerNameDnsDomain:
    case ComputerNamePhysicalDnsDomain:
      return base::utf8_to_utf16(dot < host.size() ? host.substr(dot + 1) : "");
    case ComputerNameDnsFullyQualified:
    case ComputerNamePhysicalDnsFullyQualified:
      return base::utf8_to_utf16(host);
    default:
      return base::utf8_to_utf16(host.substr(0, dot));
  }
}

// `size`: in, the buffer's; out, what was copied without the end, or what is needed with it.
template <class Char>
WINBOOL answer(const std::basic_string<Char>& name, Char* buffer, LPDWORD size, DWORD error) {
  if (size == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  if (buffer == nullptr || *size <= name.size()) {
    *size = static_cast<DWORD>(name.size() + 1);
    return base::fail(error);
  }
  std::copy_n(name.c_str(), name.size() + 1, buffer);
  *size = static_cast<DWORD>(name.size());
  return TRUE;
}

}  // namespace

// Last errors: ERROR_BUFFER_OVERFLOW.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getcomputernamew
WINBOOL WINAPI GetComputerNameW(LPWSTR buffer, LPDWORD size) {
  return answer(net_bios_name(), base::as_char16(buffer), size, ERROR_BUFFER_OVERFLOW);
}
WINBOOL WINAPI GetComputerNameA(LPSTR buffer, LPDWORD size) {
  return answer(base::to_ansi(net_bios_name()), buffer, size, ERROR_BUFFER_OVERFLOW);
}

// Last errors: ERROR_MORE_DATA, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getcomputernameexw
WINBOOL WINAPI GetComputerNameExW(COMPUTER_NAME_FORMAT kind, LPWSTR buffer, LPDWORD size) {
  if (kind >= ComputerNameMax) return base::fail(ERROR_INVALID_PARAMETER);
  return answer(name_of_kind(kind), base::as_char16(buffer), size, ERROR_MORE_DATA);
}
WINBOOL WINAPI GetComputerNameExA(COMPUTER_NAME_FORMAT kind, LPSTR buffer, LPDWORD size) {
  if (kind >= ComputerNameMax) return base::fail(ERROR_INVALID_PARAMETER);
  return answer(base::to_ansi(name_of_kind(kind)), buffer, size, ERROR_MORE_DATA);
}
