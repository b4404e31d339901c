// What PrintDlg and PrintDlgEx have in common before they ask and afterwards. The two structures
// have the same members for it, at different places.
#pragma once

#include "comdlg32/printer_controls.h"

namespace transom::comdlg {

// hDC, as PD_RETURNDC or PD_RETURNIC asks.
template <class Client>
bool make_context(Client& client, const PrinterChoice& choice) {
  client.hDC = nullptr;
  if ((client.Flags & (PD_RETURNDC | PD_RETURNIC)) == 0) return true;
  const auto create = (client.Flags & PD_RETURNDC) != 0 ? CreateDCW : CreateICW;
  client.hDC = create(L"WINSPOOL", base::as_wchar(choice.name()), nullptr, &choice.mode);
  return client.hDC != nullptr || fail(PDERR_CREATEICFAILURE);
}

// hDevMode and hDevNames.
template <class Client>
void write_printer(Client& client, const ClientText& text, const PrinterChoice& choice) {
  write_mode(text, choice.mode, client.hDevMode);
  const bool to_file =
      (client.Flags & PD_PRINTTOFILE) != 0 && (client.Flags & PD_RETURNDEFAULT) == 0;
  write_names(text, choice.printer(), to_file ? u"FILE:" : choice.printer().port, client.hDevNames);
}

}  // namespace transom::comdlg
