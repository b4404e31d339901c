// How documents are printed: DEVMODE, and what a printer can do.
// https://learn.microsoft.com/windows/win32/printdocs/documentproperties
#include <algorithm>
#include <cstring>

#include "base/last_error.h"
#include "base/text.h"
#include "winspool/device_mode.h"
#include "winspool/open_printer.h"

using namespace transom;
using namespace transom::winspool;

namespace {

// By its name, else by the handle.
std::optional<Printer> printer_of(HANDLE handle, const std::u16string& name) {
  if (!name.empty()) return find_printer(name);
  const auto state = require_printer(handle);
  if (!state) return std::nullopt;
  return state->printer;
}

// Asks, merges and gives; `give` writes the result.
template <class Mode, class Give>
LONG document_properties(const std::optional<Printer>& printer, const DEVMODEW* in, DWORD flags,
                         const Mode* out, const Give& give) {
  if (!printer) return base::fail<LONG>(ERROR_INVALID_PRINTER_NAME, -1);
  if (flags == 0) return sizeof(Mode);
  // There is no property sheet.
  if ((flags & DM_IN_PROMPT) != 0) return base::fail<LONG>(ERROR_NOT_SUPPORTED, -1);
  if ((flags & DM_OUT_BUFFER) == 0) return IDOK;
  if (out == nullptr) return base::fail<LONG>(ERROR_INVALID_PARAMETER, -1);
  give(device_mode_of(*printer, (flags & DM_IN_BUFFER) != 0 ? in : nullptr));
  return IDOK;
}

// Texts of a fixed width, one after the other.
template <class Char>
void put_name(Char* to, std::size_t width, std::u16string_view name) {
  if constexpr (sizeof(Char) == 1) {
    const std::string narrow = base::to_ansi(name);
    std::fill_n(std::copy_n(narrow.data(), std::min(width - 1, narrow.size()), to), 1, Char{});
  } else {
    std::fill_n(std::copy_n(name.data(), std::min(width - 1, name.size()), base::as_char16(to)), 1,
                u'\0');
  }
}

template <class Char>
DWORD give_names(Char* output, std::size_t width, std::span<const std::u16string_view> names) {
  for (std::size_t i = 0; output != nullptr && i < names.size(); ++i) {
    put_name(output + i * width, width, names[i]);
  }
  return static_cast<DWORD>(names.size());
}

template <class Char>
DWORD give_paper_names(Char* output) {
  constexpr std::size_t kWidth = 64;
  std::vector<std::u16string_view> names;
  for (const Paper& paper : papers()) names.emplace_back(paper.name);
  return give_names(output, kWidth, names);
}

DWORD give_papers(WORD* output) {
  for (std::size_t i = 0; output != nullptr && i < papers().size(); ++i) {
    output[i] = static_cast<WORD>(papers()[i].number);
  }
  return static_cast<DWORD>(papers().size());
}

DWORD give_paper_sizes(POINT* output) {
  for (std::size_t i = 0; output != nullptr && i < papers().size(); ++i) {
    output[i] = {papers()[i].width, papers()[i].height};
  }
  return static_cast<DWORD>(papers().size());
}

DWORD give_resolutions(LONG* output) {
  for (std::size_t i = 0; output != nullptr && i < std::size(kResolutions); ++i) {
    output[2 * i] = output[2 * i + 1] = kResolutions[i];
  }
  return std::size(kResolutions);
}

DWORD largest_paper() {
  int width = 0, height = 0;
  for (const Paper& paper : papers()) {
    width = std::max(width, paper.width);
    height = std::max(height, paper.height);
  }
  return static_cast<DWORD>(MAKELONG(width, height));
}

constexpr DWORD kUnsupported = static_cast<DWORD>(-1);

// What needs no text.
DWORD plain_capability(const Printer& printer, WORD which, void* output) {
  switch (which) {
    case DC_FIELDS:
      return default_device_mode(printer).dmFields;
    case DC_PAPERS:
      return give_papers(static_cast<WORD*>(output));
    case DC_PAPERSIZE:
      return give_paper_sizes(static_cast<POINT*>(output));
    case DC_MAXEXTENT:
      return largest_paper();
    case DC_MINEXTENT:
      return static_cast<DWORD>(MAKELONG(100, 100));
    case DC_BINS:
      if (output != nullptr) *static_cast<WORD*>(output) = DMBIN_AUTO;
      return 1;
    case DC_DUPLEX:
      return printer.writes_files() ? 0 : 1;
    case DC_EXTRA:
      return 0;
    case DC_VERSION:
      return DM_SPECVERSION;
    case DC_DRIVER:
      return 0x100;
    case DC_ENUMRESOLUTIONS:
      return give_resolutions(static_cast<LONG*>(output));
    case DC_TRUETYPE:
      return DCTT_SUBDEV | DCTT_DOWNLOAD;
    case DC_ORIENTATION:
      return 90;
    case DC_COPIES:
      return printer.writes_files() ? 1 : 9999;
    case DC_COLLATE:
    case DC_COLORDEVICE:
      return 1;
    default:
      return kUnsupported;
  }
}

template <class Char>
DWORD capability(const std::u16string& name, WORD which, Char* output, std::size_t mode_size) {
  const auto printer = find_printer(name);
  if (!printer) return base::fail<DWORD>(ERROR_INVALID_PRINTER_NAME, kUnsupported);
  constexpr std::size_t kBinWidth = 24;
  constexpr std::u16string_view kBins[] = {u"Automatically Select"};
  if (which == DC_PAPERNAMES) return give_paper_names(output);
  if (which == DC_BINNAMES) return give_names(output, kBinWidth, kBins);
  if (which == DC_SIZE) return static_cast<DWORD>(mode_size);
  return plain_capability(*printer, which, output);
}

}  // namespace

// The size of a DEVMODE where `flags` is 0; with DM_OUT_BUFFER the printer's settings, those of the
// given one that it can do taken over with DM_IN_BUFFER. -1 on failure, ERROR_NOT_SUPPORTED for
// DM_IN_PROMPT: there is no property sheet.
// https://learn.microsoft.com/windows/win32/printdocs/documentproperties
LONG WINAPI DocumentPropertiesW(HWND, HANDLE handle, LPWSTR device, PDEVMODEW out, PDEVMODEW in,
                                DWORD flags) {
  const std::u16string name = device != nullptr ? base::as_char16(device) : u"";
  return document_properties(printer_of(handle, name), in, flags, out,
                             [&](const DEVMODEW& mode) { *out = mode; });
}

// https://learn.microsoft.com/windows/win32/printdocs/documentproperties
LONG WINAPI DocumentPropertiesA(HWND, HANDLE handle, LPSTR device, PDEVMODEA out, PDEVMODEA in,
                                DWORD flags) {
  DEVMODEW wide{};
  if (in != nullptr) wide = wide_device_mode(*in);
  return document_properties(printer_of(handle, base::to_utf16(device)),
                             in != nullptr ? &wide : nullptr, flags, out,
                             [&](const DEVMODEW& mode) { *out = narrow_device_mode(mode); });
}

// There is no property sheet: 0, ERROR_NOT_SUPPORTED.
// https://learn.microsoft.com/windows/win32/printdocs/advanceddocumentproperties
LONG WINAPI AdvancedDocumentPropertiesW(HWND, HANDLE, LPWSTR, PDEVMODEW, PDEVMODEW) {
  return base::fail<LONG>(ERROR_NOT_SUPPORTED);
}

// https://learn.microsoft.com/windows/win32/printdocs/advanceddocumentproperties
LONG WINAPI AdvancedDocumentPropertiesA(HWND, HANDLE, LPSTR, PDEVMODEA, PDEVMODEA) {
  return base::fail<LONG>(ERROR_NOT_SUPPORTED);
}

// -1 for what the printer does not have; lists answer how many, and go where `output` says.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-devicecapabilitiesw
int WINAPI DeviceCapabilitiesW(LPCWSTR device, LPCWSTR, WORD which, LPWSTR output,
                               CONST DEVMODEW*) {
  return static_cast<int>(capability(device != nullptr ? base::as_char16(device) : u"", which,
                                     output, sizeof(DEVMODEW)));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-devicecapabilitiesa
int WINAPI DeviceCapabilitiesA(LPCSTR device, LPCSTR, WORD which, LPSTR output, CONST DEVMODEA*) {
  return static_cast<int>(capability(base::to_utf16(device), which, output, sizeof(DEVMODEA)));
}
