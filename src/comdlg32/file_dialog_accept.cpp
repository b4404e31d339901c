// What OK does in an Open or Save As dialog.
// https://learn.microsoft.com/windows/win32/dlgbox/open-and-save-as-dialog-boxes#file-and-directory-validation
#include <algorithm>

#include "base/windows_path.h"
#include "comdlg32/file_dialog.h"
#include "comdlg32/file_name.h"
#include "comdlg32/folder_listing.h"

namespace transom::comdlg {
namespace {

constexpr char16_t kNoPath[] =
    u"Path does not exist.\nPlease verify that the correct path was given.";
constexpr char16_t kNoFile[] =
    u"File not found.\nPlease verify that the correct file name was given.";
constexpr char16_t kBadName[] = u"The above file name is invalid.";
constexpr char16_t kReadOnly[] =
    u"This file is set to read-only.\nTry again with a different file name.";
constexpr char16_t kInUse[] =
    u"This file is in use.\nSelect a new name or close the file in use by another application.";
constexpr char16_t kNoPermission[] =
    u"You do not have permission to save in this location.\nSelect another folder.";
constexpr char16_t kReplace[] = u"already exists.\nDo you want to replace it?";
constexpr char16_t kCreate[] = u"This file does not exist.\nCreate the file?";

std::u16string trimmed(const std::u16string& text) {
  const std::size_t first = text.find_first_not_of(u" \t");
  if (first == std::u16string::npos) return {};
  return text.substr(first, text.find_last_not_of(u" \t") - first + 1);
}

bool is_read_only(const std::u16string& path) {
  const DWORD attributes = GetFileAttributesW(base::as_wchar(path));
  return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_READONLY) != 0;
}

}  // namespace

// Always false: the dialog stays open.
bool FileDialog::refuse(const std::u16string& path, const char16_t* reason) const {
  tell(path + u"\n" + reason, MB_OK | MB_ICONEXCLAMATION);
  if (!alive()) return false;
  SetFocus(item(edt1));
  send(edt1, EM_SETSEL, 0, -1);
  return false;
}

bool FileDialog::ask(const std::u16string& path, const char16_t* question) const {
  return tell(path + (question == kReplace ? u" " : u"\n") + question,
              MB_YESNO | MB_DEFBUTTON2 | MB_ICONEXCLAMATION) == IDYES &&
         alive();
}

void FileDialog::accept() {
  if (open_focused_folder() || !alive()) return;
  const std::u16string typed = trimmed(item_text(edt1));
  if (typed.empty()) {
    if (has_flag(OFN_NOVALIDATE)) refresh();
    return;
  }
  const std::vector<std::u16string> names =
      has_flag(OFN_ALLOWMULTISELECT) ? split_names(typed) : std::vector{typed};
  if (names.empty() || (names.size() == 1 && browse(names.front()))) return;
  std::vector<std::u16string> paths;
  for (const std::u16string& name : names) {
    std::u16string path;
    if (!check_name(name, path) || !alive()) return;
    paths.push_back(path);
  }
  finish(paths);
}

// A pattern, or a folder: another list, and the dialog goes on.
bool FileDialog::browse(const std::u16string& typed) {
  const std::u16string name = name_of(typed);
  const bool pattern = has_wildcards(name);
  const std::u16string path = path_from(folder_, pattern ? folder_of(typed) : typed);
  if (!pattern && !is_folder(path)) return false;
  if (pattern) pattern_ = name;
  set_name(pattern ? name : u"");
  if (pattern && path == folder_) {
    refresh();
  } else {
    open_folder(path);
  }
  if (alive()) send(edt1, EM_SETSEL, 0, -1);
  return true;
}

// The default extension, unless there is a file of the bare name and none with the extension.
std::u16string FileDialog::complete(const std::u16string& path) const {
  if (extension_.empty() || name_offsets(path).extension != 0) return path;
  const std::u16string extended = path + u"." + extension_;
  return !saving() && is_file(path) && !is_file(extended) ? path : extended;
}

bool FileDialog::check_name(const std::u16string& typed, std::u16string& path) {
  const bool validates = !has_flag(OFN_NOVALIDATE);
  if (validates && !is_valid_path(typed)) return refuse(typed, kBadName);
  path = path_from(folder_, typed);
  if (!validates) return true;
  if (path.empty() || path.back() == u'\\') return refuse(typed, kNoPath);
  path = complete(path);
  const bool must_exist = has_flag(OFN_FILEMUSTEXIST) && !saving();
  if ((has_flag(OFN_PATHMUSTEXIST) || must_exist) && !is_folder(folder_of(path))) {
    return refuse(path, kNoPath);
  }
  return is_file(path) ? check_existing(path) : check_missing(path);
}

bool FileDialog::check_existing(const std::u16string& path) {
  if (has_flag(OFN_NOREADONLYRETURN) && is_read_only(path)) return refuse(path, kReadOnly);
  if (saving() && has_flag(OFN_OVERWRITEPROMPT) && !ask(path, kReplace)) return false;
  return check_sharing(path);
}

bool FileDialog::check_missing(const std::u16string& path) {
  if (has_flag(OFN_CREATEPROMPT)) return ask(path, kCreate);
  if (has_flag(OFN_FILEMUSTEXIST) && !saving()) return refuse(path, kNoFile);
  return !saving() || check_creation(path);
}

bool FileDialog::check_sharing(const std::u16string& path) {
  if (has_flag(OFN_SHAREAWARE)) return true;
  const DWORD access = saving() ? GENERIC_WRITE : GENERIC_READ;
  const HANDLE file = CreateFileW(base::as_wchar(path), access, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                  nullptr, OPEN_EXISTING, 0, nullptr);
  if (file != INVALID_HANDLE_VALUE) {
    CloseHandle(file);
    return true;
  }
  if (GetLastError() != ERROR_SHARING_VIOLATION) return true;
  const UINT_PTR answer = share_violation(path);
  if (answer == OFN_SHAREFALLTHROUGH || !alive()) return alive();
  return answer == OFN_SHARENOWARN ? false : refuse(path, kInUse);
}

// Documented: a file of no length is made, to see whether one can be, and goes again.
bool FileDialog::check_creation(const std::u16string& path) {
  if (has_flag(OFN_NOTESTFILECREATE) || !is_folder(folder_of(path))) return true;
  const HANDLE file = CreateFileW(base::as_wchar(path), GENERIC_WRITE, 0, nullptr, CREATE_NEW,
                                  FILE_FLAG_DELETE_ON_CLOSE, nullptr);
  if (file == INVALID_HANDLE_VALUE) return refuse(path, kNoPermission);
  CloseHandle(file);
  return true;
}

void FileDialog::note_extension(const std::u16string& path) {
  client().Flags &= ~static_cast<DWORD>(OFN_EXTENSIONDIFFERENT);
  if (client_.lpstrDefExt == nullptr || name_offsets(path).extension == 0) return;
  const std::u16string extension = extension_of(path);
  const std::u16string given = text.read(client_.lpstrDefExt);
  if (base::equals_ignoring_case(extension, given) ||
      base::equals_ignoring_case(extension, given.substr(0, 3))) {
    return;
  }
  client().Flags |= OFN_EXTENSIONDIFFERENT;
}

void FileDialog::finish(const std::vector<std::u16string>& paths) {
  client_.Flags &= ~static_cast<DWORD>(OFN_READONLY);
  if (checked(chx1)) client_.Flags |= OFN_READONLY;
  note_extension(paths.front());
  if (!filters_.empty()) {
    client_.nFilterIndex = static_cast<DWORD>(filter_ + (has_custom_filter_ ? 0 : 1));
  }
  if (!write_paths(client_, text, paths, list_format())) {
    set_extended_error(FNERR_BUFFERTOOSMALL);
    end(FALSE);
    return;
  }
  if (!has_flag(OFN_NOVALIDATE)) write_title(client_, text, name_of(paths.front()));
  if (!is_approved() || !alive()) return;
  write_custom_filter(client_, text, pattern_);
  const std::u16string folder = folder_of(paths.front());
  if (is_folder(folder)) {
    SetCurrentDirectoryW(base::as_wchar(folder));
    last_folder() = folder;
  }
  end(TRUE);
}

}  // namespace transom::comdlg
