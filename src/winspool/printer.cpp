#include "winspool/printer.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "winspool/cups_queues.h"

namespace transom::winspool {
namespace {

Printer pdf_printer() {
  return {.name = kPdfPrinter,
          .comment = u"Writes each document as a PDF file",
          .location = u"",
          .driver = kPdfPrinter,
          .port = u"PDF:"};
}

Printer printer_of(const CupsQueue& queue) {
  Printer printer;
  printer.name = base::utf8_to_utf16(queue.name);
  printer.comment = base::utf8_to_utf16(queue.description);
  printer.location = base::utf8_to_utf16(queue.location);
  printer.driver = queue.model.empty() ? printer.name : base::utf8_to_utf16(queue.model);
  printer.port = u"CUPS:";
  printer.queue = queue.name;
  printer.is_default = queue.is_default;
  return printer;
}

bool has_name(const Printer& printer, std::u16string_view name) {
  return base::equals_ignoring_case(printer.name, name);
}

// Where the environment names one, that; else the one that is marked, else the first.
std::size_t default_among(const std::vector<Printer>& all) {
  const char* wanted = std::getenv("TRANSOM_PRINTER");
  if (wanted != nullptr) {
    const auto named = std::ranges::find_if(all, [&](const Printer& printer) {
      return has_name(printer, base::utf8_to_utf16(wanted));
    });
    if (named != all.end()) return static_cast<std::size_t>(named - all.begin());
  }
  const auto marked = std::ranges::find(all, true, &Printer::is_default);
  return marked != all.end() ? static_cast<std::size_t>(marked - all.begin()) : 0;
}

}  // namespace

std::vector<Printer> printers() {
  std::vector<Printer> all{pdf_printer()};
  for (const CupsQueue& queue : cups_queues()) {
    if (!has_name(all.front(), base::utf8_to_utf16(queue.name))) all.push_back(printer_of(queue));
  }
  const std::size_t chosen = default_among(all);
  for (Printer& printer : all) printer.is_default = false;
  all[chosen].is_default = true;
  std::rotate(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(chosen),
              all.begin() + static_cast<std::ptrdiff_t>(chosen) + 1);
  return all;
}

std::optional<Printer> find_printer(std::u16string_view name) {
  const std::vector<Printer> all = printers();
  const auto found =
      std::ranges::find_if(all, [&](const Printer& printer) { return has_name(printer, name); });
  if (found == all.end()) return std::nullopt;
  return *found;
}

Printer default_printer() {
  return printers().front();
}

}  // namespace transom::winspool
