// The Explorer look of the Open and Save As dialogs: one list of folders and files.
//
// A program's hook and template make a child dialog, which hears of what happens by WM_NOTIFY; the
// standard controls' own messages never reach it.
// https://learn.microsoft.com/windows/win32/dlgbox/open-and-save-as-dialog-boxes#explorer-style-hook-procedures
#pragma once

#include <vector>

#include "comdlg32/file_dialog.h"
#include "comdlg32/folder_listing.h"

namespace transom::comdlg {

class ExplorerDialog final : public FileDialog {
 public:
  using FileDialog::FileDialog;
  // `child` is the program's template, if it has one.
  INT_PTR show(std::optional<DialogTemplate> child);

 protected:
  void prepare() override;
  void show_folder() override;
  void command(WORD id, WORD code) override;
  INT_PTR handle_message(UINT message, WPARAM wparam, LPARAM lparam) override;
  bool open_focused_folder() override;
  ListFormat list_format() const override { return ListFormat::kNulls; }
  void folder_changed() override;
  void type_changed() override;
  bool is_approved() override;
  UINT_PTR share_violation(const std::u16string& path) override;
  void ask_for_help() override;

 private:
  DialogTemplate layout() const;
  bool can_be_resized() const;
  bool several() const { return has_flag(OFN_ALLOWMULTISELECT); }

  // The list.
  void show_places();
  std::vector<int> selected() const;
  std::u16string entry_name(int index) const;
  bool is_folder_entry(int index) const;
  void on_selection();
  void on_double_click();
  void open_place(int index);
  void make_folder();
  void list_key(WORD key);
  bool draw(const DRAWITEMSTRUCT& drawn) const;

  // The child dialog.
  void create_child();
  void arrange_around(HWND child);
  void shift_controls(HWND child, int dx, int dy);
  LRESULT notify(UINT code, const std::u16string& file = {});
  LRESULT tell_hook(const WCHAR* registered, WPARAM wparam, LPARAM lparam) const;
  bool answer_query(UINT message, WPARAM wparam, LPARAM lparam, LRESULT& result);
  LRESULT copy_out(const std::u16string& value, WPARAM size, LPARAM buffer) const;

  // Sizing.
  void remember_places();
  void resize();

  struct Anchored {
    HWND control;
    RECT place;
    int id;
  };
  std::vector<Anchored> anchored_;
  SIZE designed_{};  // of the client area
  SIZE smallest_{};  // of the window
  std::vector<Place> places_;
  std::optional<DialogTemplate> child_layout_;
  HWND child_ = nullptr;
  std::u16string shown_folder_;
};

}  // namespace transom::comdlg
