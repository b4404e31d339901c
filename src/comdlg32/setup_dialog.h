// Print Setup, which chooses a printer, its paper and its orientation; and a printer's properties,
// which are the latter two.
// https://learn.microsoft.com/windows/win32/dlgbox/print-dialog-box
#pragma once

#include "comdlg32/printer_controls.h"

namespace transom::comdlg {

class SetupDialog final : public CommonDialog {
 public:
  SetupDialog(PRINTDLGW& client, Encoding encoding, PrinterChoice& choice)
      : CommonDialog(encoding, client.hwndOwner, &client), client_(client), choice_(choice) {}
  INT_PTR show(std::optional<DialogTemplate> replacement);

 protected:
  bool initialize() override;
  void on_command(WORD id, WORD code) override;
  const char16_t* help_on(int id) const override;

 private:
  PRINTDLGW& client_;
  PrinterChoice& choice_;  // taken as it is when the dialog ends with OK
};

class PropertiesDialog final : public CommonDialog {
 public:
  PropertiesDialog(HWND owner, PrinterChoice& choice)
      : CommonDialog(Encoding::kUnicode, owner, nullptr), choice_(choice), mode_(choice.mode) {}
  void show();

 protected:
  bool initialize() override;
  void on_command(WORD id, WORD code) override;
  const char16_t* help_on(int id) const override;

 private:
  PrinterChoice& choice_;
  DEVMODEW mode_;
};

}  // namespace transom::comdlg
