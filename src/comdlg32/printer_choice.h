// Printers as the print dialogs offer them, and the two blocks of memory in which a program keeps
// its choice: DEVMODE (how to print) and DEVNAMES (where).
// https://learn.microsoft.com/windows/win32/api/commdlg/ns-commdlg-devnames
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "comdlg32/client_text.h"

namespace transom::comdlg {

struct PrinterEntry {
  std::u16string name;
  std::u16string driver;
  std::u16string port;
  std::u16string comment;
  bool is_default = false;
};

// The default one first; none where the system has none.
std::vector<PrinterEntry> list_printers();
// The printer's settings, with those of `given` (may be null) that it has.
std::optional<DEVMODEW> settings_of(const std::u16string& printer, const DEVMODEW* given);
int capability(const std::u16string& printer, WORD which);

// What a program gave: names and settings, where it gave them.
struct GivenPrinter {
  std::optional<std::u16string> name;  // of DEVNAMES
  bool said_default = false;           // DN_DEFAULTPRN
  std::optional<DEVMODEW> mode;
};
GivenPrinter read_printer(const ClientText& text, HGLOBAL mode, HGLOBAL names);

// Writes a choice into the program's memory, which is made where it has none.
void write_mode(const ClientText& text, const DEVMODEW& mode, HGLOBAL& memory);
void write_names(const ClientText& text, const PrinterEntry& printer, const std::u16string& output,
                 HGLOBAL& memory);

}  // namespace transom::comdlg
