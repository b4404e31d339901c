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

std::optional<Printer> with_name(const std::vector<Printer>& all, std::u16string_view name) {
  const auto found =
      std::ranges::find_if(all, [&](const Printer& printer) { return has_name(printer, name); });
  return found != all.end() ? std::optional(*found) : std::nullopt;
}

// All of them, in no order and none marked by us.
std::vector<Printer> listed_printers() {
  std::vector<Printer> all{pdf_printer()};
  for (const CupsQueue& queue : cups_queues()) {
    if (!has_name(all.front(), base::utf8_to_utf16(queue.name))) all.push_back(printer_of(queue));
  }
  return all;
}

// By asking for that one. Only for a name in other letters all queues have to be listed.
std::optional<Printer> look_up(std::u16string_view name) {
  if (name.empty()) return std::nullopt;
  if (Printer pdf = pdf_printer(); has_name(pdf, name)) return pdf;
  if (const auto queue = cups_queue(base::utf16_to_utf8(name))) return printer_of(*queue);
  return with_name(listed_printers(), name);
}

// What the environment names.
std::u16string wanted_name() {
  const char* wanted = std::getenv("TRANSOM_PRINTER");
  return wanted != nullptr ? base::utf8_to_utf16(wanted) : u"";
}

// Where the environment names one, that; else the one that is marked, else the first.
std::size_t default_among(const std::vector<Printer>& all) {
  const auto named = std::ranges::find_if(
      all, [name = wanted_name()](const Printer& printer) { return has_name(printer, name); });
  if (named != all.end()) return static_cast<std::size_t>(named - all.begin());
  const auto marked = std::ranges::find(all, true, &Printer::is_default);
  return marked != all.end() ? static_cast<std::size_t>(marked - all.begin()) : 0;
}

}  // namespace

std::vector<Printer> printers() {
  std::vector<Printer> all = listed_printers();
  const std::size_t chosen = default_among(all);
  for (Printer& printer : all) printer.is_default = false;
  all[chosen].is_default = true;
  std::rotate(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(chosen),
              all.begin() + static_cast<std::ptrdiff_t>(chosen) + 1);
  return all;
}

std::optional<Printer> find_printer(std::u16string_view name) {
  std::optional<Printer> found = look_up(name);
  if (found) found->is_default = has_name(default_printer(), found->name);
  return found;
}

Printer default_printer() {
  std::optional<Printer> found = look_up(wanted_name());
  if (!found) {
    const auto queue = cups_queue("");
    found = queue ? printer_of(*queue) : pdf_printer();
  }
  found->is_default = true;
  return *found;
}

}  // namespace transom::winspool
