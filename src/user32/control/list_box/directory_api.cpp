// Lists of files in dialogs.
// https://learn.microsoft.com/windows/win32/controls/bumper-list-box-list-box-reference-functions
#include <algorithm>

#include "base/last_error.h"
#include "base/text.h"
#include "user32/control/list_box/directory.h"
#include "user32/message/send.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

// The two kinds of list, by their messages.
struct ListKind {
  UINT reset, directory, get_selection, get_text, get_text_length;
};
constexpr ListKind kListBox{LB_RESETCONTENT, LB_DIR, LB_GETCURSEL, LB_GETTEXT, LB_GETTEXTLEN};
constexpr ListKind kComboBox{CB_RESETCONTENT, CB_DIR, CB_GETCURSEL, CB_GETLBTEXT, CB_GETLBTEXTLEN};

bool has_wildcard(std::u16string_view name) {
  return name.find_first_of(u"*?") != std::u16string_view::npos;
}

bool change_directory(const std::u16string& directory) {
  return SetCurrentDirectoryW(base::as_wchar(directory));
}

// The directory of the path becomes the current one; its pattern remains. A path without pattern
// is a directory.
std::optional<std::u16string> enter_directory(const std::u16string& path) {
  if (path.empty()) return u"*";
  const std::size_t end = path.find_last_of(u"\\/:");
  const std::size_t name = end == std::u16string::npos ? 0 : end + 1;
  std::u16string pattern = path.substr(name), directory = path.substr(0, name);
  if (!has_wildcard(pattern)) {
    directory = path;
    pattern = u"*";
  }
  if (directory.empty() || change_directory(directory)) return pattern;
  if (!has_wildcard(path)) base::set_last_error(ERROR_NO_WILDCARD_CHARACTERS);
  return std::nullopt;
}

void show_current_directory(HWND dialog, int id) {
  WCHAR directory[MAX_PATH * 2];
  if (GetCurrentDirectoryW(MAX_PATH * 2, directory) != 0) {
    SetDlgItemTextW(dialog, id, directory);
  }
}

// Directories and drives are listed whatever pattern the files have.
void fill(HWND list, const ListKind& kind, const std::u16string& pattern, UINT attributes) {
  const auto add = [&](UINT wanted, const std::u16string& names) {
    send_message(list, kind.directory, wanted, reinterpret_cast<LPARAM>(names.c_str()));
  };
  const UINT folders = attributes & (DDL_DIRECTORY | DDL_DRIVES);
  const UINT files = attributes & (DDL_READONLY | DDL_HIDDEN | DDL_SYSTEM | DDL_ARCHIVE);
  const UINT exclusive = attributes & DDL_EXCLUSIVE;
  send_message(list, kind.reset, 0, 0);
  if (exclusive == 0 || files != 0 || folders == 0) add(files | exclusive, pattern);
  if (folders != 0) add(folders | DDL_EXCLUSIVE, u"*");
}

// What is left of the path is the pattern; nothing where it failed.
std::optional<std::u16string> list_into_dialog(HWND dialog, const std::u16string& path, int list_id,
                                               int static_id, UINT attributes,
                                               const ListKind& kind) {
  if (!is_window(dialog)) {
    base::set_last_error(ERROR_INVALID_WINDOW_HANDLE);
    return std::nullopt;
  }
  const HWND list = list_id != 0 ? GetDlgItem(dialog, list_id) : nullptr;
  if (list_id != 0 && list == nullptr) return std::nullopt;
  auto pattern = enter_directory(path);
  if (!pattern) return std::nullopt;
  if (list != nullptr) fill(list, kind, *pattern, attributes);
  if (static_id != 0) show_current_directory(dialog, static_id);
  return pattern;
}

// Nothing where there is no list or no selection.
std::optional<DirectorySelection> selection_in_dialog(HWND dialog, int id, const ListKind& kind) {
  const HWND list = GetDlgItem(dialog, id);
  if (list == nullptr) return std::nullopt;
  const LRESULT index = send_message(list, kind.get_selection, 0, 0);
  if (index < 0) return std::nullopt;
  const auto item = static_cast<WPARAM>(index);
  const LRESULT length = send_message(list, kind.get_text_length, item, 0);
  if (length < 0) return std::nullopt;
  std::u16string shown(static_cast<std::size_t>(length) + 1, u'\0');
  send_message(list, kind.get_text, item, reinterpret_cast<LPARAM>(shown.data()));
  shown.resize(static_cast<std::size_t>(length));
  return directory_selection(shown);
}

template <class Character>
void copy_out(std::basic_string_view<Character> text, Character* out, int size) {
  if (out == nullptr || size <= 0) return;
  const std::size_t count = std::min(text.size(), static_cast<std::size_t>(size) - 1);
  std::copy_n(text.data(), count, out);
  out[count] = 0;
}

// What remains of a path fits where the path was; an empty one may have no room for the "*".
template <class Character>
void put_pattern(const std::basic_string<Character>& pattern, Character* path) {
  const std::size_t room = std::char_traits<Character>::length(path) + 1;
  if (room > 1) copy_out<Character>(pattern, path, static_cast<int>(room));
}

int list_wide(HWND dialog, LPWSTR path, int list, int label, UINT attributes,
              const ListKind& kind) {
  if (path == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const std::u16string given = base::as_char16(path);
  const auto pattern = list_into_dialog(dialog, given, list, label, attributes, kind);
  if (!pattern) return 0;
  put_pattern(*pattern, base::as_char16(path));
  return 1;
}

int list_ansi(HWND dialog, LPSTR path, int list, int label, UINT attributes, const ListKind& kind) {
  if (path == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const std::u16string given = base::to_utf16(path);
  const auto pattern = list_into_dialog(dialog, given, list, label, attributes, kind);
  if (!pattern) return 0;
  put_pattern(base::to_ansi(*pattern), path);
  return 1;
}

WINBOOL select_wide(HWND dialog, LPWSTR out, int size, int list, const ListKind& kind) {
  const auto selection = selection_in_dialog(dialog, list, kind);
  if (!selection) return FALSE;
  copy_out<char16_t>(selection->path, base::as_char16(out), size);
  return selection->directory;
}

WINBOOL select_ansi(HWND dialog, LPSTR out, int size, int list, const ListKind& kind) {
  const auto selection = selection_in_dialog(dialog, list, kind);
  if (!selection) return FALSE;
  const std::string narrow = base::to_ansi(selection->path);
  copy_out<char>(narrow, out, size);
  return selection->directory;
}

}  // namespace
}  // namespace transom::user

using namespace transom::user;

// Fills a dialog's list box with the names that match; the directory of the path becomes the
// current one, shown in the static control, and the path shrinks to its pattern. Last errors:
// ERROR_INVALID_WINDOW_HANDLE, ERROR_NO_WILDCARD_CHARACTERS, those of SetCurrentDirectory.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dlgdirlistw
int WINAPI DlgDirListW(HWND dialog, LPWSTR path, int list, int label, UINT attributes) {
  return list_wide(dialog, path, list, label, attributes, kListBox);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dlgdirlista
int WINAPI DlgDirListA(HWND dialog, LPSTR path, int list, int label, UINT attributes) {
  return list_ansi(dialog, path, list, label, attributes, kListBox);
}

// The same for a combo box.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dlgdirlistcomboboxw
int WINAPI DlgDirListComboBoxW(HWND dialog, LPWSTR path, int list, int label, UINT attributes) {
  return list_wide(dialog, path, list, label, attributes, kComboBox);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dlgdirlistcomboboxa
int WINAPI DlgDirListComboBoxA(HWND dialog, LPSTR path, int list, int label, UINT attributes) {
  return list_ansi(dialog, path, list, label, attributes, kComboBox);
}

// The selection of such a list, ready to be put in a path. Whether it is a directory or a drive.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dlgdirselectexw
WINBOOL WINAPI DlgDirSelectExW(HWND dialog, LPWSTR out, int size, int list) {
  return select_wide(dialog, out, size, list, kListBox);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dlgdirselectexa
WINBOOL WINAPI DlgDirSelectExA(HWND dialog, LPSTR out, int size, int list) {
  return select_ansi(dialog, out, size, list, kListBox);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dlgdirselectcomboboxexw
WINBOOL WINAPI DlgDirSelectComboBoxExW(HWND dialog, LPWSTR out, int size, int list) {
  return select_wide(dialog, out, size, list, kComboBox);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dlgdirselectcomboboxexa
WINBOOL WINAPI DlgDirSelectComboBoxExA(HWND dialog, LPSTR out, int size, int list) {
  return select_ansi(dialog, out, size, list, kComboBox);
}
