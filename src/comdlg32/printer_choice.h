// Printers as the print dialogs offer them, and the two blocks of memory in which a program keeps
// its choice: DEVMODE (how to print) and DEVNAMES (where).
// https://learn.microsoft.com/windows/win32/api/commdlg/ns-commdlg-devnames
#pragma once

#include <optional>
#include <string>

#include "comdlg32/client_text.h"
#include "winspool/printer.h"

namespace transom::comdlg {

using winspool::Printer;

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
void write_names(const ClientText& text, const Printer& printer, const std::u16string& output,
                 HGLOBAL& memory);

}  // namespace transom::comdlg
