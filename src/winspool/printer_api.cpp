// Listing, opening and asking printers.
// https://learn.microsoft.com/windows/win32/printdocs/printing-and-print-spooler-functions
#include "base/last_error.h"
#include "base/text.h"
#include "winspool/info_packer.h"
#include "winspool/job.h"
#include "winspool/open_printer.h"

using namespace transom;
using namespace transom::winspool;

namespace {

template <class Char>
struct Infos;
template <>
struct Infos<char> {
  using One = PRINTER_INFO_1A;
  using Two = PRINTER_INFO_2A;
  using Four = PRINTER_INFO_4A;
  using Five = PRINTER_INFO_5A;
  using Mode = PRINTER_INFO_8A;
};
template <>
struct Infos<WCHAR> {
  using One = PRINTER_INFO_1W;
  using Two = PRINTER_INFO_2W;
  using Four = PRINTER_INFO_4W;
  using Five = PRINTER_INFO_5W;
  using Mode = PRINTER_INFO_8W;
};

DWORD attributes_of(const Printer& printer) {
  return PRINTER_ATTRIBUTE_LOCAL |
         (printer.is_default ? static_cast<DWORD>(PRINTER_ATTRIBUTE_DEFAULT) : 0);
}

using Printers = std::vector<Printer>;

template <class Char>
void describe(InfoPacker<Char>& packer, typename Infos<Char>::One& info, const Printer& printer) {
  info.Flags = PRINTER_ENUM_ICON8;
  // Documented: name, driver and location.
  info.pDescription = packer.text(printer.name + u"," + printer.driver + u"," + printer.location);
  info.pName = packer.text(printer.name);
  info.pComment = packer.text(printer.comment);
}

template <class Char>
void describe(InfoPacker<Char>& packer, typename Infos<Char>::Two& info, const Printer& printer) {
  info.pPrinterName = packer.text(printer.name);
  info.pShareName = packer.text(u"");
  info.pPortName = packer.text(printer.port);
  info.pDriverName = packer.text(printer.driver);
  info.pComment = packer.text(printer.comment);
  info.pLocation = packer.text(printer.location);
  info.pDevMode = packer.mode(default_device_mode(printer));
  info.pSepFile = packer.text(u"");
  info.pPrintProcessor = packer.text(u"winprint");
  info.pDatatype = packer.text(u"RAW");
  info.pParameters = packer.text(u"");
  info.Attributes = attributes_of(printer);
  info.Priority = 1;
  info.cJobs = static_cast<DWORD>(jobs_of(printer.name).size());
}

template <class Char>
void describe(InfoPacker<Char>& packer, typename Infos<Char>::Four& info, const Printer& printer) {
  info.pPrinterName = packer.text(printer.name);
  info.Attributes = attributes_of(printer);
}

template <class Char>
void describe(InfoPacker<Char>& packer, typename Infos<Char>::Five& info, const Printer& printer) {
  info.pPrinterName = packer.text(printer.name);
  info.pPortName = packer.text(printer.port);
  info.Attributes = attributes_of(printer);
  info.DeviceNotSelectedTimeout = 15'000;
  info.TransmissionRetryTimeout = 45'000;
}

template <class Char, class Info>
BOOL give_each(const Printers& list, const InfoBuffer& buffer) {
  const auto fill = [&](InfoPacker<Char>& packer) {
    for (const Printer& printer : list) {
      describe<Char>(packer, packer.template next<Info>(), printer);
    }
  };
  return give_infos<Char>(fill, list.size(), sizeof(Info), buffer);
}

// The global settings (8) and the user's (9) are the same here.
template <class Char>
BOOL give_mode(const DEVMODEW& mode, const InfoBuffer& buffer) {
  using Info = typename Infos<Char>::Mode;
  const auto fill = [&](InfoPacker<Char>& packer) {
    packer.template next<Info>().pDevMode = packer.mode(mode);
  };
  return give_infos<Char>(fill, 1, sizeof(Info), buffer);
}

template <class Char>
BOOL give_printers(const Printers& list, DWORD level, const InfoBuffer& buffer) {
  switch (level) {
    case 1:
      return give_each<Char, typename Infos<Char>::One>(list, buffer);
    case 2:
      return give_each<Char, typename Infos<Char>::Two>(list, buffer);
    case 4:
      return give_each<Char, typename Infos<Char>::Four>(list, buffer);
    case 5:
      return give_each<Char, typename Infos<Char>::Five>(list, buffer);
    default:
      return base::fail(ERROR_INVALID_LEVEL);
  }
}

// All printers are local ones; those of servers and domains there are none.
Printers listed(DWORD flags) {
  constexpr DWORD kHere = PRINTER_ENUM_LOCAL | PRINTER_ENUM_NAME | PRINTER_ENUM_CONNECTIONS;
  if ((flags & kHere) != 0) return printers();
  if ((flags & PRINTER_ENUM_DEFAULT) != 0) return {default_printer()};
  return {};
}

template <class Char>
BOOL enumerate(DWORD flags, const Char* server, DWORD level, const InfoBuffer& buffer) {
  if (buffer.needed == nullptr || buffer.returned == nullptr) {
    return base::fail(RPC_X_NULL_REF_POINTER);
  }
  if ((flags & PRINTER_ENUM_NAME) != 0 && server != nullptr && server[0] != 0) {
    return base::fail(ERROR_INVALID_NAME);
  }
  return give_printers<Char>(listed(flags), level, buffer);
}

template <class Char>
BOOL ask(HANDLE handle, DWORD level, const InfoBuffer& buffer) {
  const auto state = require_printer(handle);
  if (!state) return FALSE;
  if (level == 8 || level == 9) return give_mode<Char>(state->mode, buffer);
  return give_printers<Char>({state->printer}, level, buffer);
}

// A printer's name may be followed by what opens a job or a port of it, which there is not here.
BOOL open(const std::u16string& name, const DEVMODEW* mode, LPHANDLE handle) {
  if (handle == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  *handle = nullptr;
  const auto printer = find_printer(name);
  if (!printer) return base::fail(ERROR_INVALID_PRINTER_NAME);
  *handle = open_printer(*printer, mode);
  return TRUE;
}

template <class Char>
BOOL give_default(const std::basic_string<Char>& name, Char* buffer, DWORD* size) {
  if (size == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const auto needed = static_cast<DWORD>(name.size() + 1);
  const DWORD has = std::exchange(*size, needed);
  if (buffer == nullptr || has < needed) return base::fail(ERROR_INSUFFICIENT_BUFFER);
  std::copy_n(name.c_str(), needed, buffer);
  return TRUE;
}

}  // namespace

// Levels 1, 2, 4 and 5. ERROR_INVALID_LEVEL, ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_NAME for the
// printers of another machine.
// https://learn.microsoft.com/windows/win32/printdocs/enumprinters
BOOL WINAPI EnumPrintersW(DWORD flags, LPWSTR name, DWORD level, LPBYTE buffer, DWORD size,
                          LPDWORD needed, LPDWORD returned) {
  return enumerate<WCHAR>(flags, name, level, {buffer, size, needed, returned});
}

// https://learn.microsoft.com/windows/win32/printdocs/enumprinters
BOOL WINAPI EnumPrintersA(DWORD flags, LPSTR name, DWORD level, LPBYTE buffer, DWORD size,
                          LPDWORD needed, LPDWORD returned) {
  return enumerate<char>(flags, name, level, {buffer, size, needed, returned});
}

// `size` in characters; ERROR_INSUFFICIENT_BUFFER tells how many are needed.
// https://learn.microsoft.com/windows/win32/printdocs/getdefaultprinter
BOOL WINAPI GetDefaultPrinterW(LPWSTR buffer, LPDWORD size) {
  return give_default<char16_t>(default_printer().name, base::as_char16(buffer), size);
}

// https://learn.microsoft.com/windows/win32/printdocs/getdefaultprinter
BOOL WINAPI GetDefaultPrinterA(LPSTR buffer, LPDWORD size) {
  return give_default<char>(base::to_ansi(default_printer().name), buffer, size);
}

// The default is the host's setting: ERROR_ACCESS_DENIED.
// https://learn.microsoft.com/windows/win32/printdocs/setdefaultprinter
BOOL WINAPI SetDefaultPrinterW(LPCWSTR name) {
  if (name != nullptr && name[0] != 0 && !find_printer(base::as_char16(name))) {
    return base::fail(ERROR_INVALID_PRINTER_NAME);
  }
  return base::fail(ERROR_ACCESS_DENIED);
}

// https://learn.microsoft.com/windows/win32/printdocs/setdefaultprinter
BOOL WINAPI SetDefaultPrinterA(LPCSTR name) {
  return SetDefaultPrinterW(name != nullptr ? base::as_wchar(base::to_utf16(name)) : nullptr);
}

// ERROR_INVALID_PRINTER_NAME. The print server's own handle (a null name) cannot be had.
// https://learn.microsoft.com/windows/win32/printdocs/openprinter
BOOL WINAPI OpenPrinterW(LPWSTR name, LPHANDLE handle, LPPRINTER_DEFAULTSW defaults) {
  return open(name != nullptr ? base::as_char16(name) : u"",
              defaults != nullptr ? defaults->pDevMode : nullptr, handle);
}

// https://learn.microsoft.com/windows/win32/printdocs/openprinter
BOOL WINAPI OpenPrinterA(LPSTR name, LPHANDLE handle, LPPRINTER_DEFAULTSA defaults) {
  DEVMODEW mode{};
  const bool has_mode = defaults != nullptr && defaults->pDevMode != nullptr;
  if (has_mode) mode = wide_device_mode(*defaults->pDevMode);
  return open(base::to_utf16(name), has_mode ? &mode : nullptr, handle);
}

// https://learn.microsoft.com/windows/win32/printdocs/closeprinter
BOOL WINAPI ClosePrinter(HANDLE handle) {
  return close_printer(handle);
}

// Levels 1, 2, 4, 5, 8 and 9.
// https://learn.microsoft.com/windows/win32/printdocs/getprinter
BOOL WINAPI GetPrinterW(HANDLE handle, DWORD level, LPBYTE buffer, DWORD size, LPDWORD needed) {
  return ask<WCHAR>(handle, level, {buffer, size, needed, nullptr});
}

// https://learn.microsoft.com/windows/win32/printdocs/getprinter
BOOL WINAPI GetPrinterA(HANDLE handle, DWORD level, LPBYTE buffer, DWORD size, LPDWORD needed) {
  return ask<char>(handle, level, {buffer, size, needed, nullptr});
}

// Printers are the host's to administer: ERROR_ACCESS_DENIED.
// https://learn.microsoft.com/windows/win32/printdocs/setprinter
BOOL WINAPI SetPrinterW(HANDLE handle, DWORD, LPBYTE, DWORD) {
  return require_printer(handle) ? base::fail(ERROR_ACCESS_DENIED) : FALSE;
}

// https://learn.microsoft.com/windows/win32/printdocs/setprinter
BOOL WINAPI SetPrinterA(HANDLE handle, DWORD, LPBYTE, DWORD) {
  return require_printer(handle) ? base::fail(ERROR_ACCESS_DENIED) : FALSE;
}

// There are no pages of properties to show: ERROR_NOT_SUPPORTED.
// https://learn.microsoft.com/windows/win32/printdocs/printerproperties
BOOL WINAPI PrinterProperties(HWND, HANDLE handle) {
  return require_printer(handle) ? base::fail(ERROR_NOT_SUPPORTED) : FALSE;
}
