// PrintDlgEx's dialog: the General page of the Print property sheet. Its lower part is a child
// dialog, which a program's template may replace; pages of the program's own there are none.
// https://learn.microsoft.com/windows/win32/dlgbox/print-property-sheet
#pragma once

#include "comdlg32/print_fields.h"

namespace transom::comdlg {

class PrintDialogEx final : public CommonDialog {
 public:
  // `client` is the program's structure of either kind.
  PrintDialogEx(PRINTDLGEXW& client, Encoding encoding, PrinterChoice& choice)
      : CommonDialog(encoding, client.hwndOwner, &client), client_(client), choice_(choice) {}
  // A PD_RESULT_ value.
  DWORD show(std::optional<DialogTemplate> lower);

 protected:
  bool initialize() override;
  void on_command(WORD id, WORD code) override;
  void accept() override;
  const char16_t* help_on(int id) const override;

 private:
  bool has_flag(DWORD flag) const { return (client_.Flags & flag) != 0; }
  HWND lower(int id) const { return GetDlgItem(lower_, id); }
  bool lower_checked(int id) const {
    return SendDlgItemMessageW(lower_, id, BM_GETCHECK, 0, 0) == BST_CHECKED;
  }
  void create_lower();
  void show_range();
  CopyFields copies() const { return {lower_, edt2, chx1}; }
  void show_ranges();
  static INT_PTR CALLBACK lower_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam);
  void on_lower(WORD id, WORD code);
  bool take_pages();
  bool take_copies();
  bool refuse(int id, const std::u16string& reason);
  bool store();

  PRINTDLGEXW& client_;
  PrinterChoice& choice_;
  std::optional<DialogTemplate> lower_layout_;
  HWND lower_ = nullptr;
  bool applied_ = false;
};

}  // namespace transom::comdlg
