#include "shell32/dropped_files.h"

#include <algorithm>
#include <optional>

#include "base/last_error.h"
#include "base/shell.h"
#include "base/text.h"
#include "kernel32/text_result.h"
#include "user32/locked_memory.h"

namespace transom::shell {

HDROP make_drop(const std::vector<std::u16string>& paths, POINT point, bool outside_client) {
  std::u16string list;
  for (const std::u16string& path : paths) list += path + u'\0';
  list += u'\0';
  const HGLOBAL memory =
      GlobalAlloc(GMEM_MOVEABLE, sizeof(DROPFILES) + list.size() * sizeof(char16_t));
  auto* header = static_cast<DROPFILES*>(GlobalLock(memory));
  if (header == nullptr) return nullptr;
  *header = {sizeof(DROPFILES), point, outside_client, TRUE};
  std::memcpy(header + 1, list.data(), list.size() * sizeof(char16_t));
  GlobalUnlock(memory);
  return static_cast<HDROP>(memory);
}

namespace {

// The contents of a drop, whoever made it: a program may send one with any bytes in it.
class Drop {
 public:
  explicit Drop(HDROP drop) : memory_(drop) {}

  const DROPFILES* header() const {
    if (memory_.size() < sizeof(DROPFILES)) return nullptr;
    return reinterpret_cast<const DROPFILES*>(memory_.data());
  }

  std::vector<std::u16string> paths() const {
    const DROPFILES* head = header();
    if (head == nullptr || head->pFiles > memory_.size()) return {};
    return head->fWide ? read<char16_t>(head->pFiles) : read<char>(head->pFiles);
  }

 private:
  template <class Char>
  std::vector<std::u16string> read(std::size_t offset) const {
    std::basic_string<Char> list((memory_.size() - offset) / sizeof(Char), Char{});
    std::memcpy(list.data(), memory_.data() + offset, list.size() * sizeof(Char));
    std::vector<std::u16string> paths;
    for (std::size_t start = 0; start < list.size() && list[start] != 0;) {
      const std::size_t end = std::min(list.find(Char{}, start), list.size());
      paths.push_back(wide(list.substr(start, end - start)));
      start = end + 1;
    }
    return paths;
  }
  static std::u16string wide(std::u16string text) { return text; }
  static std::u16string wide(const std::string& text) { return base::to_utf16(text); }

  const user::LockedMemory memory_;
};

// What does not fit is cut; the count without the end.
template <class Char>
UINT copy(const std::basic_string<Char>& path, Char* buffer, UINT size) {
  if (buffer == nullptr) return static_cast<UINT>(path.size());
  if (size == 0) return 0;
  return static_cast<UINT>(kernel::copy_cut<Char>(path, buffer, size));
}

// Nothing: there is no such file.
std::optional<std::u16string> find_path(const std::vector<std::u16string>& paths, UINT index) {
  return index < paths.size() ? std::optional(paths[index]) : std::nullopt;
}

constexpr UINT kHowMany = 0xFFFFFFFF;

}  // namespace
}  // namespace transom::shell

using namespace transom;
using namespace transom::shell;

// Whether the window takes dropped files: WS_EX_ACCEPTFILES.
// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-dragacceptfiles
VOID WINAPI DragAcceptFiles(HWND window, WINBOOL accept) {
  const LONG style = GetWindowLongW(window, GWL_EXSTYLE);
  constexpr LONG kAccepts = WS_EX_ACCEPTFILES;
  SetWindowLongW(window, GWL_EXSTYLE, accept ? style | kAccepts : style & ~kAccepts);
}

// How many files were dropped (index 0xFFFFFFFF), how long a path is (no buffer), or a path, cut
// where it does not fit; the count without the end.
// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-dragqueryfilew
UINT WINAPI DragQueryFileW(HDROP drop, UINT index, LPWSTR buffer, UINT size) {
  const auto paths = Drop(drop).paths();
  if (index == kHowMany) return static_cast<UINT>(paths.size());
  const auto path = find_path(paths, index);
  return path ? copy(*path, base::as_char16(buffer), size) : 0;
}
UINT WINAPI DragQueryFileA(HDROP drop, UINT index, LPSTR buffer, UINT size) {
  const auto paths = Drop(drop).paths();
  if (index == kHowMany) return static_cast<UINT>(paths.size());
  const auto path = find_path(paths, index);
  return path ? copy(base::to_ansi(*path), buffer, size) : 0;
}

// Where the files were dropped; TRUE: in the client area.
// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-dragquerypoint
WINBOOL WINAPI DragQueryPoint(HDROP handle, POINT* point) {
  const Drop drop(handle);
  if (drop.header() == nullptr || point == nullptr) return FALSE;
  *point = drop.header()->pt;
  return !drop.header()->fNC;
}

// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-dragfinish
VOID WINAPI DragFinish(HDROP drop) {
  GlobalFree(drop);
}
