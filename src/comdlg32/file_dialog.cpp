#include "comdlg32/file_dialog.h"

#include "base/windows_path.h"
#include "comdlg32/file_name.h"
#include "comdlg32/folder_listing.h"

namespace transom::comdlg {
namespace {

// Documented: only the first three characters of lpstrDefExt are appended. A filter that is
// selected and has the same extension gives all of it.
std::u16string default_extension(const std::u16string& given, const std::u16string& of_filter) {
  return base::equals_ignoring_case(given, of_filter) ? given : given.substr(0, 3);
}

}  // namespace

// The page's "most recently used" path.
std::u16string& FileDialog::last_folder() {
  thread_local std::u16string folder;
  return folder;
}

bool FileDialog::initialize() {
  directory_before_ = base::current_windows_directory();
  const std::u16string title = text.read(client_.lpstrTitle);
  if (client_.lpstrTitle != nullptr) SetWindowTextW(handle(), base::as_wchar(title));
  show_item(chx1, !has_flag(OFN_HIDEREADONLY));
  show_item(pshHelp, has_flag(OFN_SHOWHELP));
  check(chx1, has_flag(OFN_READONLY));
  send(edt1, EM_LIMITTEXT, std::max<DWORD>(client_.nMaxFile, MAX_PATH));
  fill_filters();
  take_initial_name();
  prepare();
  if (!alive()) return false;
  show_folder();
  if (!alive()) return false;
  SetFocus(item(edt1));
  send(edt1, EM_SETSEL, 0, -1);
  return false;
}

void FileDialog::fill_filters() {
  filters_ = read_filters(text, client_.lpstrFilter);
  const std::vector<FileFilter> custom = read_filters(text, client_.lpstrCustomFilter);
  has_custom_filter_ = !custom.empty();
  if (has_custom_filter_) filters_.insert(filters_.begin(), custom.front());
  for (const FileFilter& filter : filters_) {
    send(cmb1, CB_ADDSTRING, 0, reinterpret_cast<LPARAM>(filter.description.c_str()));
  }
  const std::size_t wanted = client_.nFilterIndex;
  std::size_t index = has_custom_filter_ ? wanted : wanted - (wanted != 0 ? 1 : 0);
  if (index >= filters_.size()) index = 0;
  if (!filters_.empty()) {
    send(cmb1, CB_SETCURSEL, index);
    select_filter(index);
  }
  extension_ = default_extension(text.read(client_.lpstrDefExt), extension_of_filter(pattern_));
}

void FileDialog::select_filter(std::size_t index) {
  filter_ = index;
  pattern_ = filters_[index].pattern;
}

// lpstrFile may name a path, a file, or a pattern.
void FileDialog::take_initial_name() {
  const std::u16string given = text.read(client_.lpstrFile);
  const std::u16string folder = folder_of(given);
  std::u16string name = name_of(given);
  if (given.find(u'"') != std::u16string::npos) name = given;
  folder_ = initial_folder(name == given ? u"" : folder);
  if (has_wildcards(name)) pattern_ = name;
  set_name(name);
}

bool FileDialog::has_matching_files(const std::u16string& folder) const {
  for (const FolderEntry& entry : list_folder(folder, false)) {
    if (!entry.folder && matches_filter(entry.name, pattern_)) return true;
  }
  return false;
}

// In the order that the page of OPENFILENAME gives.
std::u16string FileDialog::initial_folder(const std::u16string& named) const {
  std::u16string current = base::current_windows_directory();
  const std::u16string wanted = text.read(client_.lpstrInitialDir);
  for (const std::u16string& candidate : {named, wanted}) {
    if (candidate.empty()) continue;
    std::u16string path = path_from(current, candidate);
    if (is_folder(path)) return path;
  }
  if (!last_folder().empty() && is_folder(last_folder())) return last_folder();
  if (has_matching_files(current)) return current;
  const std::u16string documents = documents_folder();
  return !documents.empty() && is_folder(documents) ? documents : current;
}

void FileDialog::open_folder(const std::u16string& folder) {
  if (!is_folder(folder)) {
    refuse(folder, u"Path does not exist.\nPlease verify that the correct path was given.");
    return;
  }
  folder_ = folder;
  // Documented: the current directory follows. close() takes it back for OFN_NOCHANGEDIR.
  SetCurrentDirectoryW(base::as_wchar(folder));
  show_folder();
  if (alive()) folder_changed();
}

void FileDialog::on_filter_selected() {
  const LRESULT index = send(cmb1, CB_GETCURSEL);
  if (index < 0 || static_cast<std::size_t>(index) >= filters_.size()) return;
  select_filter(static_cast<std::size_t>(index));
  const std::u16string extension = extension_of_filter(pattern_);
  if (client_.lpstrDefExt != nullptr && !extension.empty()) extension_ = extension;
  client_.nFilterIndex = static_cast<DWORD>(filter_ + (has_custom_filter_ ? 0 : 1));
  if (has_wildcards(item_text(edt1))) set_name(u"");
  show_folder();
  if (alive()) type_changed();
}

// Whatever ends the dialog; OFN_NOCHANGEDIR restores what browsing changed.
void FileDialog::close() {
  if (has_flag(OFN_NOCHANGEDIR)) SetCurrentDirectoryW(base::as_wchar(directory_before_));
}

INT_PTR FileDialog::handle_message(UINT message, WPARAM wparam, LPARAM) {
  if (message == WM_DESTROY) close();
  if (message != WM_COMMAND) return FALSE;
  switch (LOWORD(wparam)) {
    case IDOK:
      accept();
      return TRUE;
    case IDCANCEL:
      end(FALSE);
      return TRUE;
    case pshHelp:
      ask_for_help();
      return TRUE;
    case cmb1:
      if (HIWORD(wparam) == CBN_SELCHANGE) on_filter_selected();
      return TRUE;
    default:
      command(LOWORD(wparam), HIWORD(wparam));
      return FALSE;
  }
}

const char16_t* FileDialog::help_on(int id) const {
  static constexpr HelpText kTexts[] = {
      {edt1,
       u"The name of the file. A folder's name opens the folder, a pattern such as *.txt lists the "
       u"files that match."},
      {lst1, u"The files of the folder that is open."},
      {lst2, u"The folders around the one that is open, and those in it."},
      {cmb1, u"The kind of files that are listed."},
      {cmb2, u"The folder or the drive that is open. Click the arrow to go elsewhere."},
      {chx1, u"Opens the file so that it cannot be changed."},
      {psh1, u"Opens the folder around this one."},
      {psh2, u"Makes a new folder in this one."}};
  return find_help(kTexts, id);
}

}  // namespace transom::comdlg
