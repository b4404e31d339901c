// Escapes: what drivers once could do beyond the functions, and how printing began.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-escape
#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "gdi32/api.h"
#include "gdi32/print/printer_device.h"
#include "gdi32/recorder.h"

using namespace transom;
using namespace transom::gdi;

namespace {

struct EscapeCall {
  DeviceContext& dc;
  PrinterDevice& printer;
  std::span<const std::uint8_t> in;
  LPVOID out;
};

// What programs pass as a pointer to a number, of 16 bits in the days of Windows 3.1.
int number_of(std::span<const std::uint8_t> bytes) {
  if (bytes.size() >= sizeof(int)) {
    int value;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  return bytes.size() >= 2 ? bytes[0] | bytes[1] << 8 : 0;
}

// https://learn.microsoft.com/windows/win32/printdocs/printing-escapes
int start_doc(const EscapeCall& call) {
  const auto* text = reinterpret_cast<const char*>(call.in.data());
  const std::string title(text, strnlen(text, call.in.size()));
  const int job = start_document(call.dc, base::to_utf16(title), {});
  if (job > 0) call.printer.begin_pages_by_drawing();
  return job;
}

// Ends the page that drawing began; one on which nothing was drawn is empty paper.
int new_frame(const EscapeCall& call) {
  if (call.printer.has_document() && !call.printer.has_page()) call.printer.start_page();
  return end_page(call.dc);
}

int end_doc(const EscapeCall& call) {
  return end_document(call.dc);
}

int abort_doc(const EscapeCall& call) {
  return abort_document(call.dc);
}

// The procedure is what the pointer points to, not what lies there.
int set_abort_proc(const EscapeCall& call) {
  call.printer.abort_procedure =
      reinterpret_cast<ABORTPROC>(const_cast<std::uint8_t*>(call.in.data()));
  return 1;
}

int get_physical_page_size(const EscapeCall& call) {
  if (call.out == nullptr) return fail_parameter<int>(SP_ERROR);
  const SIZE size = call.printer.page_pixels();
  *static_cast<POINT*>(call.out) = {size.cx, size.cy};
  return 1;
}

int get_printing_offset(const EscapeCall& call) {
  if (call.out == nullptr) return fail_parameter<int>(SP_ERROR);
  *static_cast<POINT*>(call.out) = {0, 0};
  return 1;
}

int get_scaling_factor(const EscapeCall& call) {
  return get_printing_offset(call);
}

// There are no bands: a page is one.
int next_band(const EscapeCall& call) {
  if (call.out == nullptr) return fail_parameter<int>(SP_ERROR);
  const bool first = !call.printer.has_page();
  const SIZE size = first ? call.printer.page_pixels() : SIZE{0, 0};
  *static_cast<RECT*>(call.out) = {0, 0, size.cx, size.cy};
  if (!first) return end_page(call.dc);
  if (call.printer.has_document()) call.printer.start_page();
  return 1;
}

// Band information and flushing are answered, and need nothing to be done.
int nothing_to_do(const EscapeCall&) {
  return 1;
}

int query_support(const EscapeCall& call);

struct EscapeEntry {
  int function;
  int (*handler)(const EscapeCall&);
};

constexpr EscapeEntry kEscapes[] = {
    {NEWFRAME, new_frame},
    {ABORTDOC, abort_doc},
    {NEXTBAND, next_band},
    {FLUSHOUTPUT, nothing_to_do},
    {QUERYESCSUPPORT, query_support},
    {SETABORTPROC, set_abort_proc},
    {STARTDOC, start_doc},
    {ENDDOC, end_doc},
    {GETPHYSPAGESIZE, get_physical_page_size},
    {GETPRINTINGOFFSET, get_printing_offset},
    {GETSCALINGFACTOR, get_scaling_factor},
};

const EscapeEntry* find_escape(int function) {
  const EscapeEntry* found = std::ranges::find(kEscapes, function, &EscapeEntry::function);
  return found != std::end(kEscapes) ? found : nullptr;
}

int query_support(const EscapeCall& call) {
  return find_escape(number_of(call.in)) != nullptr ? 1 : 0;
}

int printer_escape(DeviceContext& dc, int function, std::span<const std::uint8_t> in, LPVOID out) {
  const EscapeEntry* entry = find_escape(function);
  return entry != nullptr ? entry->handler({dc, *printer_of(dc), in, out}) : 0;
}

}  // namespace

// Greater than 0: done; 0: not implemented; less: failed. A metafile keeps the escape; a printer
// has those of printing.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-escape
int WINAPI Escape(HDC handle, int function, int size, LPCSTR in, LPVOID out) {
  DcRef dc = require_dc(handle);
  if (!dc) return 0;
  const std::span bytes(reinterpret_cast<const std::uint8_t*>(in),
                        in != nullptr && size > 0 ? static_cast<std::size_t>(size) : 0);
  if (printer_of(*dc) != nullptr) {
    // Other threads are not kept out: printing calls the program.
    const Ref<DeviceContext> kept = dc;
    dc = {};
    return printer_escape(*kept, function, bytes, out);
  }
  if (size < 0 || (size > 0 && in == nullptr)) return fail_parameter<int>(SP_ERROR);
  if (dc->recorder == nullptr) return 0;
  record(*dc, &Recorder::escape, function, bytes);
  return 1;
}

// As Escape, with the size of the answer's buffer.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-extescape
int WINAPI ExtEscape(HDC handle, int function, int size, LPCSTR in, int out_size, LPSTR out) {
  if (size < 0 || out_size < 0 || (size > 0 && in == nullptr)) {
    return fail_parameter<int>(SP_ERROR);
  }
  const bool gives = function == GETPHYSPAGESIZE || function == GETPRINTINGOFFSET ||
                     function == GETSCALINGFACTOR || function == NEXTBAND;
  const std::size_t needed = function == NEXTBAND ? sizeof(RECT) : sizeof(POINT);
  if (gives && static_cast<std::size_t>(out_size) < needed) return fail_parameter<int>(SP_ERROR);
  return Escape(handle, function, size, in, out);
}
