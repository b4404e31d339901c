#include "gdi32/print/printer_device.h"

#include <cmath>

#include "base/last_error.h"
#include "base/text.h"
#include "gdi32/draw.h"

namespace transom::gdi {
namespace {

constexpr double kTenthsPerInch = 254;

PageSize size_of(const DEVMODEW& mode) {
  return {winspool::sheet_of(mode), mode.dmPrintQuality};
}

}  // namespace

PrinterDevice::PrinterDevice(DeviceContext& dc, winspool::Printer printer, const DEVMODEW& mode)
    : dc_(dc), printer_(std::move(printer)), mode_(mode) {
  reset(mode);
}

PrinterDevice::~PrinterDevice() {
  abort();
}

SIZE PrinterDevice::page_pixels() const {
  const SIZE sheet = winspool::sheet_of(mode_);
  const auto pixels = [&](LONG tenths) {
    return static_cast<LONG>(std::lround(tenths / kTenthsPerInch * mode_.dmPrintQuality));
  };
  return {pixels(sheet.cx), pixels(sheet.cy)};
}

SIZE PrinterDevice::page_millimetres() const {
  const SIZE sheet = winspool::sheet_of(mode_);
  return {(sheet.cx + 5) / 10, (sheet.cy + 5) / 10};
}

void PrinterDevice::reset(const DEVMODEW& mode) {
  mode_ = mode;
  const SIZE pixels = page_pixels();
  dc_.own_caps = DisplayCaps{static_cast<int>(pixels.cx), static_cast<int>(pixels.cy),
                             mode.dmPrintQuality, 32, 0};
  DisplayTarget target;
  target.size = pixels;
  target.visible = Region(RECT{0, 0, pixels.cx, pixels.cy});
  dc_.set_target(std::move(target));
  if (document_) document_->set_size(size_of(mode));
}

int PrinterDevice::start_document(const std::u16string& title, const std::u16string& output) {
  job_ = winspool::Job::begin({printer_, title, output, winspool::JobFormat::kPdf});
  if (!job_) return SP_ERROR;
  document_ = PdfDocument::create(job_->spool_file(), base::utf16_to_utf8(title), size_of(mode_));
  if (!document_) {
    job_.reset();
    return base::fail<int>(ERROR_WRITE_FAULT, SP_ERROR);
  }
  return static_cast<int>(job_->id());
}

bool PrinterDevice::end_document() {
  const bool written = document_->finish();
  document_.reset();
  pages_begin_by_drawing_ = false;
  const auto job = std::exchange(job_, nullptr);
  return written && job->finish(mode_);
}

void PrinterDevice::abort() {
  document_.reset();
  pages_begin_by_drawing_ = false;
  if (const auto job = std::exchange(job_, nullptr)) job->cancel();
}

void PrinterDevice::start_page() {
  document_->begin_page();
  job_->count_page();
}

void PrinterDevice::end_page() {
  document_->end_page();
}

cairo_t* PrinterDevice::page() {
  if (!document_) return nullptr;
  if (!document_->has_page() && pages_begin_by_drawing_) start_page();
  return document_->page();
}

DeviceContext& PrinterDevice::ink_context() {
  if (!ink_context_) {
    ink_context_ = make<DeviceContext>(DcKind::kInformation);
    DisplayTarget target;
    target.surface = Surface::create(1, 1);
    ink_context_->set_target(std::move(target));
  }
  ink_context_->state = dc_.state;
  return *ink_context_;
}

}  // namespace transom::gdi
