// The Printer group of the print dialogs: the list of printers and what is said about the one that
// is chosen (stc11 to stc14).
#pragma once

#include "comdlg32/common_dialog.h"
#include "comdlg32/printer_choice.h"

namespace transom::comdlg {

// What a dialog chooses.
struct PrinterChoice {
  std::vector<Printer> printers;  // the default one first; never none
  std::size_t chosen = 0;
  DEVMODEW mode{};

  const Printer& printer() const { return printers[chosen]; }
  const std::u16string& name() const { return printer().name; }
};

// Of a DEVMODE and a DEVNAMES that name two printers.
enum class Disagreement { kFails, kNamesWin };

// The printer that the program gave, or the default one. Nothing, with the extended error set,
// where there is no such printer.
std::optional<PrinterChoice> initial_choice(const ClientText& text, HGLOBAL mode, HGLOBAL names,
                                            Disagreement disagreement = Disagreement::kFails);

void fill_printers(const CommonDialog& dialog, int list, const PrinterChoice& choice);
void describe_printer(const CommonDialog& dialog, const Printer& printer);
// Takes the list's selection, with the settings that the new printer has too.
void take_printer(const CommonDialog& dialog, int list, PrinterChoice& choice);
// A dialog of paper and orientation, over the other.
void edit_properties(const CommonDialog& dialog, PrinterChoice& choice);

// The group's own layout, with a list of the given identifier; `to_file` is the label of chx1,
// which is not there without one.
class DialogLayout;
void add_printer_group(DialogLayout& layout, int list, const std::u16string& to_file);

}  // namespace transom::comdlg
