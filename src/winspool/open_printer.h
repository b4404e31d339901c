// Printer handles.
//
// Contract: any thread may use a handle; the state behind it is used by one at a time.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "base/last_error.h"
#include "base/win32.h"
#include "winspool/job.h"

namespace transom::winspool {

struct PrinterHandle {
  PrinterHandle(Printer of, const DEVMODEW& with) : printer(std::move(of)), mode(with) {}
  ~PrinterHandle();

  Printer printer;
  DEVMODEW mode;
  // StartDocPrinter's, with the file that is being written.
  std::shared_ptr<Job> job{};
  int descriptor = -1;
};

HANDLE open_printer(const Printer& printer, const DEVMODEW* mode);
// Null, and ERROR_INVALID_HANDLE, for what is none.
std::shared_ptr<PrinterHandle> require_printer(HANDLE handle);
bool close_printer(HANDLE handle);

}  // namespace transom::winspool
