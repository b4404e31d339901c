// Printing.
// https://learn.microsoft.com/windows/win32/printdocs/gdi-print-api
#include "base/text.h"
#include "gdi32/api.h"
#include "gdi32/print/printer_device.h"

using namespace transom;
using namespace transom::gdi;

namespace {

// A printer's context; empty, ERROR_INVALID_HANDLE, for others. Other threads are not kept out:
// printing calls the program, and waits for the printer.
Ref<DeviceContext> require_printer_dc(HDC handle) {
  const Ref<DeviceContext> dc = require_dc(handle);
  if (dc && printer_of(*dc) == nullptr) {
    return base::fail<Ref<DeviceContext>>(ERROR_INVALID_HANDLE);
  }
  return dc;
}

int start(HDC handle, const std::u16string& title, const std::u16string& output) {
  const auto dc = require_printer_dc(handle);
  return dc ? start_document(*dc, title, output) : SP_ERROR;
}

// A port's name, or one that asks the user, stands for where the printer writes by itself.
std::u16string file_of(std::u16string output) {
  const bool is_port = output.ends_with(u':');
  return is_port ? std::u16string() : std::move(output);
}

HDC reset(HDC handle, const DEVMODEW* mode) {
  const auto dc = require_printer_dc(handle);
  if (!dc) return nullptr;
  PrinterDevice& device = *printer_of(*dc);
  // Documented: not while a page is open.
  if (device.has_page()) return base::fail<HDC>(ERROR_INVALID_HANDLE);
  device.reset(winspool::device_mode_of(device.printer(), mode));
  return handle;
}

}  // namespace

// The job's number; SP_ERROR on failure. Where lpszOutput names a file, the document becomes that.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-startdocw
int WINAPI StartDocW(HDC handle, CONST DOCINFOW* info) {
  if (info == nullptr) return fail_parameter<int>(SP_ERROR);
  const auto text = [](LPCWSTR t) {
    return std::u16string(t != nullptr ? base::as_char16(t) : u"");
  };
  return start(handle, text(info->lpszDocName), file_of(text(info->lpszOutput)));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-startdoca
int WINAPI StartDocA(HDC handle, CONST DOCINFOA* info) {
  if (info == nullptr) return fail_parameter<int>(SP_ERROR);
  return start(handle, base::to_utf16(info->lpszDocName),
               file_of(base::to_utf16(info->lpszOutput)));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-startpage
int WINAPI StartPage(HDC handle) {
  const auto dc = require_printer_dc(handle);
  if (!dc) return SP_ERROR;
  PrinterDevice& device = *printer_of(*dc);
  if (!device.has_document()) return base::fail<int>(ERROR_INVALID_HANDLE, SP_ERROR);
  if (device.is_cancelled()) return base::fail<int>(ERROR_PRINT_CANCELLED, SP_ERROR);
  // A page that is open stays.
  if (!device.has_page()) device.start_page();
  return 1;
}

// Calls the abort procedure. SP_ERROR, ERROR_PRINT_CANCELLED, where that or somebody else has
// cancelled the job.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-endpage
int WINAPI EndPage(HDC handle) {
  const auto dc = require_printer_dc(handle);
  if (!dc) return SP_ERROR;
  if (!printer_of(*dc)->has_page()) return base::fail<int>(ERROR_INVALID_HANDLE, SP_ERROR);
  return end_page(*dc);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-enddoc
int WINAPI EndDoc(HDC handle) {
  const auto dc = require_printer_dc(handle);
  return dc ? end_document(*dc) : SP_ERROR;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-abortdoc
int WINAPI AbortDoc(HDC handle) {
  const auto dc = require_printer_dc(handle);
  return dc ? abort_document(*dc) : SP_ERROR;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setabortproc
int WINAPI SetAbortProc(HDC handle, ABORTPROC procedure) {
  const auto dc = require_printer_dc(handle);
  if (!dc) return SP_ERROR;
  printer_of(*dc)->abort_procedure = procedure;
  return 1;
}

// New settings for the pages to come; null, ERROR_INVALID_HANDLE, while a page is open and for
// other contexts.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-resetdcw
HDC WINAPI ResetDCW(HDC handle, CONST DEVMODEW* mode) {
  return reset(handle, mode);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-resetdca
HDC WINAPI ResetDCA(HDC handle, CONST DEVMODEA* mode) {
  if (mode == nullptr) return reset(handle, nullptr);
  const DEVMODEW wide = winspool::wide_device_mode(*mode);
  return reset(handle, &wide);
}
