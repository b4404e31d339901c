// The printers that there are: the host's print queues, and always "Transom PDF", which writes a
// PDF file for each document.
//
// The default is what TRANSOM_PRINTER names, else the host's default queue, else Transom PDF.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace transom::winspool {

inline constexpr char16_t kPdfPrinter[] = u"Transom PDF";
inline constexpr char16_t kDriver[] = u"winspool";

struct Printer {
  std::u16string name;
  std::u16string comment;
  std::u16string location;
  std::u16string driver;  // the model's name
  std::u16string port;
  std::string queue{};  // CUPS's; empty: documents become files
  bool is_default = false;

  bool writes_files() const { return queue.empty(); }
};

// The default one first.
std::vector<Printer> printers();
// Names ignore case; nothing where there is no such printer.
std::optional<Printer> find_printer(std::u16string_view name);
Printer default_printer();

}  // namespace transom::winspool
