// The Print dialog: a printer, which pages, how many copies.
// https://learn.microsoft.com/windows/win32/dlgbox/print-dialog-box
#pragma once

#include "comdlg32/print_fields.h"

namespace transom::comdlg {

class PrintDialog final : public CommonDialog {
 public:
  // `client` is the program's structure of either kind.
  PrintDialog(PRINTDLGW& client, Encoding encoding, PrinterChoice& choice)
      : CommonDialog(encoding, client.hwndOwner, &client), client_(client), choice_(choice) {}
  INT_PTR show(std::optional<DialogTemplate> replacement);

 protected:
  bool initialize() override;
  void on_command(WORD id, WORD code) override;
  void accept() override;
  void paint(int id, HDC dc, const RECT& area) override;
  const char16_t* help_on(int id) const override;

 private:
  bool has_flag(DWORD flag) const { return (client_.Flags & flag) != 0; }
  void show_range();
  CopyFields copies() const { return {handle(), edt3, chx2}; }
  void show_copies();
  void select_range(int radio);
  void on_printer();
  bool take_page(int id, WORD& page);
  bool take_pages();
  bool take_copies();
  bool refuse(int id, const std::u16string& reason);

  PRINTDLGW& client_;
  PrinterChoice& choice_;
};

}  // namespace transom::comdlg
