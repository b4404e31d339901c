// The Find and Replace dialogs: modeless, with FINDMSGSTRING to their owner.
// https://learn.microsoft.com/windows/win32/dlgbox/find-and-replace-dialog-boxes
#pragma once

#include "comdlg32/common_dialog.h"

namespace transom::comdlg {

enum class FindPurpose { kFind, kReplace };

class FindDialog final : public CommonDialog {
 public:
  // `client` is the program's structure of either kind, which outlives the dialog by contract.
  FindDialog(FINDREPLACEW& client, Encoding encoding, FindPurpose purpose)
      : CommonDialog(encoding, client.hwndOwner, &client), client_(client), purpose_(purpose) {}

  static DialogTemplate layout(FindPurpose purpose);

 protected:
  bool initialize() override;
  void initialized(bool answer) override;
  INT_PTR handle_message(UINT message, WPARAM wparam, LPARAM lparam) override;
  void on_command(WORD id, WORD code) override;
  void accept() override;
  const char16_t* help_on(int id) const override;

 private:
  void enable_buttons();
  // Takes the controls' state into the structure and tells the owner.
  void tell_owner(DWORD event);
  void write_text(int id, void* buffer, WORD size) const;

  FINDREPLACEW& client_;
  FindPurpose purpose_;
};

}  // namespace transom::comdlg
