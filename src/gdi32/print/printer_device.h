// The device behind a printer's context: it hears the calls, as a metafile does, and draws them on
// the page of a PDF document.
//
// Contract
//  - Between start_document() and end_document() or abort() there is a job in the print queue.
//  - What is drawn while there is no page goes nowhere, and succeeds.
//  - The context is the program's thread's; a job may be cancelled from any thread, and that is
//    noticed at the end of a page.
// https://learn.microsoft.com/windows/win32/printdocs/gdi-print-api
#pragma once

#include <cairo.h>

#include <memory>
#include <string>

#include "gdi32/ink.h"
#include "gdi32/print/pdf_document.h"
#include "gdi32/recorder.h"
#include "winspool/device_mode.h"
#include "winspool/job.h"

namespace transom::gdi {

// An image as cairo takes it: 0xAARRGGBB, premultiplied.
struct PageImage {
  int width = 0, height = 0;
  std::vector<std::uint32_t> pixels{};
  bool empty() const { return pixels.empty(); }
};

class PrinterDevice final : public Recorder {
 public:
  PrinterDevice(DeviceContext& dc, winspool::Printer printer, const DEVMODEW& mode);
  ~PrinterDevice() override;

  const winspool::Printer& printer() const { return printer_; }
  const DEVMODEW& mode() const { return mode_; }
  // New settings, from the next page on.
  void reset(const DEVMODEW& mode);
  SIZE page_pixels() const;
  SIZE page_millimetres() const;

  // The document. Failures set the last error.
  int start_document(const std::u16string& title, const std::u16string& output);
  bool has_document() const { return document_ != nullptr; }
  bool is_cancelled() const { return job_ != nullptr && job_->is_cancelled(); }
  bool end_document();
  void abort();
  void start_page();
  void end_page();
  bool has_page() const { return document_ != nullptr && document_->has_page(); }
  // Escape's way: the first drawing begins a page.
  void begin_pages_by_drawing() { pages_begin_by_drawing_ = true; }

  ABORTPROC abort_procedure = nullptr;

  // Drawing.
  void figure(const Path& path, Paint paint) override;
  void area(const Region& region, const Brush* brush) override;
  void fill_rect(const RECT& rect, const Brush& brush) override;
  void invert_rect(const RECT& rect) override;
  void set_pixel(POINT point, COLORREF color) override;
  void gradient(std::span<const TRIVERTEX> vertices, std::span<const ULONG> mesh,
                ULONG mode) override;
  void text(const RecordedText& text) override;
  void blit(const RecordedBlit& blit) override;
  void dib(const RecordedDib& dib) override;

 private:
  // The page with the context's clip region; null: none.
  class Drawing;
  friend class Drawing;
  cairo_t* page();

  bool set_source(cairo_t* cr, const Brush& brush);
  bool set_source(cairo_t* cr, const RealizedInk& ink, double tile_scale);
  void set_color(cairo_t* cr, COLORREF color) const;
  void fill_path(cairo_t* cr);
  void stroke_path(cairo_t* cr);
  void set_dashes(cairo_t* cr, const Pen& pen, double width) const;
  void fill_pattern(const RecordedBlit& blit);
  void draw_image(const PageImage& image, const cairo_matrix_t& place, DWORD rop, double alpha);
  void draw_glyphs(cairo_t* cr, const RecordedText& text);
  PageImage image_of(const RecordedBlit& blit) const;
  // A context of pixels with the same state: where brushes become tiles.
  DeviceContext& ink_context();

  DeviceContext& dc_;
  const winspool::Printer printer_;
  DEVMODEW mode_;
  std::shared_ptr<winspool::Job> job_;
  std::unique_ptr<PdfDocument> document_;
  bool pages_begin_by_drawing_ = false;
  Ref<DeviceContext> ink_context_;
};

// A printer's context; null, ERROR_INVALID_PRINTER_NAME, for a name that no printer has.
HDC create_printer_dc(std::u16string_view name, const DEVMODEW* mode);
// The device of a printer's context; null for others.
PrinterDevice* printer_of(DeviceContext& dc);
// GetDeviceCaps; nothing: as the display's.
std::optional<int> printer_capability(const DeviceContext& dc, int index);

// What StartPage and EndPage do, for Escape too. Less than 1: failed, with the last error.
int start_document(DeviceContext& dc, const std::u16string& title, const std::u16string& output);
int end_page(DeviceContext& dc);
int end_document(DeviceContext& dc);
int abort_document(DeviceContext& dc);

}  // namespace transom::gdi
