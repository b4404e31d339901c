// The Open and Save As dialogs: what their two looks have in common.
//
// A folder is open and a pattern says which of its files are listed; OK takes what the File name
// control says, which may be a pattern, a folder, a name, or several names in quotes. Names are
// checked as the program's flags ask, the structure is filled, the hook is asked, and the dialog
// ends with TRUE.
// https://learn.microsoft.com/windows/win32/dlgbox/open-and-save-as-dialog-boxes
#pragma once

#include "comdlg32/common_dialog.h"
#include "comdlg32/file_filter.h"
#include "comdlg32/file_result.h"

namespace transom::comdlg {

enum class FilePurpose { kOpen, kSave };

class FileDialog : public CommonDialog {
 public:
  // `client` is the program's structure of either kind.
  FileDialog(OPENFILENAMEW& client, Encoding encoding, FilePurpose purpose)
      : CommonDialog(encoding, client.hwndOwner, &client), client_(client), purpose_(purpose) {}
  // The folder where a dialog of this thread ended with OK the last time.
  static std::u16string& last_folder();

 protected:
  bool initialize() final;
  INT_PTR handle_message(UINT message, WPARAM wparam, LPARAM lparam) override;
  const char16_t* help_on(int id) const override;

  // Controls of the look's own; no folder is open yet.
  virtual void prepare() = 0;
  // Lists what is in folder().
  virtual void show_folder() = 0;
  virtual void command(WORD id, WORD code) = 0;
  // OK opens a folder that is selected in the list that has the focus.
  virtual bool open_focused_folder() = 0;
  virtual ListFormat list_format() const = 0;
  // For a hook; the second is what it answers to the file that was chosen, and false keeps the
  // dialog open.
  virtual void folder_changed() {}
  virtual void type_changed() {}
  virtual bool is_approved() = 0;
  // An OFN_SHARE value.
  virtual UINT_PTR share_violation(const std::u16string& path) = 0;
  virtual void ask_for_help() = 0;

  bool has_flag(DWORD flag) const { return (client_.Flags & flag) != 0; }
  bool saving() const { return purpose_ == FilePurpose::kSave; }
  OPENFILENAMEW& client() { return client_; }
  const std::u16string& folder() const { return folder_; }
  const std::u16string& pattern() const { return pattern_; }
  void set_default_extension(const std::u16string& extension) { extension_ = extension; }
  void open_folder(const std::u16string& folder);
  void refresh() { show_folder(); }
  void accept() override;
  void set_name(const std::u16string& name) const { set_item_text(edt1, name); }

 private:
  void fill_filters();
  void take_initial_name();
  std::u16string initial_folder(const std::u16string& named) const;
  bool has_matching_files(const std::u16string& folder) const;
  void select_filter(std::size_t index);
  void on_filter_selected();
  void close();

  // accept()'s steps; false keeps the dialog open.
  bool browse(const std::u16string& typed);
  bool check_name(const std::u16string& typed, std::u16string& path);
  std::u16string complete(const std::u16string& path) const;
  bool check_existing(const std::u16string& path);
  bool check_missing(const std::u16string& path);
  bool check_sharing(const std::u16string& path);
  bool check_creation(const std::u16string& path);
  bool refuse(const std::u16string& path, const char16_t* reason) const;
  bool ask(const std::u16string& path, const char16_t* question) const;
  void finish(const std::vector<std::u16string>& paths);
  void note_extension(const std::u16string& path);

  OPENFILENAMEW& client_;
  FilePurpose purpose_;
  std::vector<FileFilter> filters_;
  bool has_custom_filter_ = false;  // the first of filters_
  std::size_t filter_ = 0;
  std::u16string folder_;
  std::u16string pattern_;
  std::u16string extension_;  // to add to names without one; empty: none
  std::u16string directory_before_;
};

}  // namespace transom::comdlg
