// The look of Windows 3: files and folders in two lists. Programs get it with a hook or a template
// but without OFN_EXPLORER; a template replaces all of it.
// https://learn.microsoft.com/windows/win32/dlgbox/open-and-save-as-dialog-boxes#customizing-old-style-dialog-boxes
#pragma once

#include "comdlg32/file_dialog.h"

namespace transom::comdlg {

class OldStyleDialog final : public FileDialog {
 public:
  using FileDialog::FileDialog;
  INT_PTR show(std::optional<DialogTemplate> replacement);

 protected:
  void prepare() override;
  void show_folder() override;
  void command(WORD id, WORD code) override;
  INT_PTR handle_message(UINT message, WPARAM wparam, LPARAM lparam) override;
  bool open_focused_folder() override;
  ListFormat list_format() const override { return ListFormat::kSpaces; }
  void type_changed() override;
  bool is_approved() override;
  UINT_PTR share_violation(const std::u16string& path) override;
  void ask_for_help() override { ask_owner_for_help(); }

 private:
  DialogTemplate layout() const;
  void show_files();
  void show_folders();
  void show_drives();
  void on_file_selected();
  void open_listed_folder();
  void open_drive();
  void tell_selection(WORD id, LRESULT index, WORD change);
  // LBS_EXTENDEDSEL is the template's to say.
  bool list_takes_several() const;
};

}  // namespace transom::comdlg
