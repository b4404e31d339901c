// A document in a printer's context, from its start to its end.
#include "base/last_error.h"
#include "gdi32/print/printer_device.h"

namespace transom::gdi {
namespace {

// Documented: GDI calls the procedure while a job is spooled, and FALSE cancels it. It may do
// anything, too: dispatch messages, end the document, delete the context.
bool may_go_on(DeviceContext& dc) {
  const Ref<DeviceContext> alive(&dc);
  PrinterDevice& device = *printer_of(dc);
  if (device.abort_procedure == nullptr) return true;
  base::assert_no_locks_held();
  const BOOL answer = device.abort_procedure(static_cast<HDC>(dc.handle()), 0);
  return answer != FALSE;
}

int cancelled(PrinterDevice& device) {
  device.abort();
  return base::fail<int>(ERROR_PRINT_CANCELLED, SP_ERROR);
}

}  // namespace

int start_document(DeviceContext& dc, const std::u16string& title, const std::u16string& output) {
  PrinterDevice& device = *printer_of(dc);
  if (device.has_document()) return base::fail<int>(ERROR_INVALID_HANDLE, SP_ERROR);
  return device.start_document(title, output);
}

int end_page(DeviceContext& dc) {
  PrinterDevice& device = *printer_of(dc);
  if (!device.has_document()) return base::fail<int>(ERROR_INVALID_HANDLE, SP_ERROR);
  const bool goes_on = may_go_on(dc);
  if (!device.has_document()) return base::fail<int>(ERROR_PRINT_CANCELLED, SP_ERROR);
  if (!goes_on || device.is_cancelled()) return cancelled(device);
  device.end_page();
  return 1;
}

int end_document(DeviceContext& dc) {
  PrinterDevice& device = *printer_of(dc);
  if (!device.has_document()) return base::fail<int>(ERROR_INVALID_HANDLE, SP_ERROR);
  if (device.is_cancelled()) return cancelled(device);
  return device.end_document() ? 1 : base::fail<int>(ERROR_WRITE_FAULT, SP_ERROR);
}

int abort_document(DeviceContext& dc) {
  PrinterDevice& device = *printer_of(dc);
  if (!device.has_document()) return base::fail<int>(ERROR_INVALID_HANDLE, SP_ERROR);
  device.abort();
  return 1;
}

}  // namespace transom::gdi
