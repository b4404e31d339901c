// The child dialog that a program's hook and template add to the Explorer look, the notifications
// that it gets and the messages that it may send.
#include <algorithm>

#include "comdlg32/explorer_dialog.h"
#include "comdlg32/file_name.h"
#include "user32/message/send.h"

namespace transom::comdlg {
namespace {

RECT place_in(HWND parent, HWND control) {
  RECT place;
  GetWindowRect(control, &place);
  MapWindowPoints(nullptr, parent, reinterpret_cast<POINT*>(&place), 2);
  return place;
}

void move_by(HWND parent, HWND control, int dx, int dy) {
  const RECT place = place_in(parent, control);
  SetWindowPos(control, nullptr, static_cast<int>(place.left) + dx,
               static_cast<int>(place.top) + dy, 0, 0, SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE);
}

SIZE client_size(HWND window) {
  RECT area;
  GetClientRect(window, &area);
  return {area.right, area.bottom};
}

void grow(HWND dialog, LONG dx, LONG dy) {
  RECT place;
  GetWindowRect(dialog, &place);
  SetWindowPos(dialog, nullptr, 0, 0, static_cast<int>(place.right - place.left + dx),
               static_cast<int>(place.bottom - place.top + dy),
               SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE);
}

}  // namespace

// The hook is the child's dialog procedure; without a template the child is empty.
void ExplorerDialog::create_child() {
  const bool hooked = has_flag(OFN_ENABLEHOOK);
  if (!hooked && !child_layout_) return;
  DialogTemplate layout = child_layout_.value_or(DialogTemplate{});
  if (!child_layout_) layout.style = DS_CONTROL | WS_VISIBLE;
  layout.style = (layout.style & ~static_cast<DWORD>(WS_POPUP | WS_CAPTION)) | WS_CHILD |
                 WS_CLIPSIBLINGS | WS_VISIBLE;
  layout.ex_style |= WS_EX_CONTROLPARENT;
  const auto procedure = hooked ? reinterpret_cast<DLGPROC>(client().lpfnHook) : nullptr;
  child_ = user::create_dialog({child_layout_ ? client().hInstance : nullptr, std::move(layout),
                                handle(), procedure, structure(), encoding(), false});
  if (!alive()) return;
  if (child_ == nullptr) {
    set_extended_error(CDERR_DIALOGFAILURE);
    end(FALSE);
    return;
  }
  if (child_layout_) arrange_around(child_);
  notify(CDN_INITDONE);
}

// Makes room: below, or around the standard controls as stc32 says where they are.
// https://learn.microsoft.com/windows/win32/dlgbox/open-and-save-as-dialog-boxes#explorer-style-custom-templates
void ExplorerDialog::arrange_around(HWND child) {
  const SIZE standard = client_size(handle());
  const SIZE own = client_size(child);
  RECT hole{0, 0, std::min(standard.cx, own.cx), 0};
  if (const HWND marker = GetDlgItem(child, stc32)) {
    hole = place_in(child, marker);
    ShowWindow(marker, SW_HIDE);
  }
  const LONG dx = std::max<LONG>(standard.cx - (hole.right - hole.left), 0);
  const LONG dy = std::max<LONG>(standard.cy - (hole.bottom - hole.top), 0);
  for (HWND control = GetWindow(child, GW_CHILD); control != nullptr;
       control = GetWindow(control, GW_HWNDNEXT)) {
    const RECT place = place_in(child, control);
    move_by(child, control, static_cast<int>(place.left >= hole.right ? dx : 0),
            static_cast<int>(place.top >= hole.bottom ? dy : 0));
  }
  shift_controls(child, static_cast<int>(hole.left), static_cast<int>(hole.top));
  const LONG width = std::max(own.cx + dx, standard.cx), height = own.cy + dy;
  grow(handle(), width - standard.cx, height - standard.cy);
  // Below the standard controls, which it surrounds.
  SetWindowPos(child, HWND_BOTTOM, 0, 0, static_cast<int>(width), static_cast<int>(height),
               SWP_NOACTIVATE);
}

void ExplorerDialog::shift_controls(HWND child, int dx, int dy) {
  if (dx == 0 && dy == 0) return;
  for (HWND control = GetWindow(handle(), GW_CHILD); control != nullptr;
       control = GetWindow(control, GW_HWNDNEXT)) {
    if (control != child) move_by(handle(), control, dx, dy);
  }
}

// What the hook left in DWLP_MSGRESULT; 0 without one.
LRESULT ExplorerDialog::notify(UINT code, const std::u16string& file) {
  if (child_ == nullptr || !IsWindow(child_)) return 0;
  OFNOTIFYW notification{};
  notification.hdr.hwndFrom = handle();
  notification.hdr.code = code;
  notification.lpOFN = &client();
  const std::string ansi_file = base::to_ansi(file);
  if (!file.empty()) {
    notification.pszFile = text.ansi()
                               ? reinterpret_cast<LPWSTR>(const_cast<char*>(ansi_file.c_str()))
                               : base::as_wchar(const_cast<char16_t*>(file.c_str()));
  }
  return user::send_message(child_, WM_NOTIFY, 0, reinterpret_cast<LPARAM>(&notification));
}

// The registered messages that WM_NOTIFY superseded; they follow where it was answered with 0.
LRESULT ExplorerDialog::tell_hook(const WCHAR* registered, WPARAM wparam, LPARAM lparam) const {
  if (child_ == nullptr || !IsWindow(child_)) return 0;
  return user::send_message(child_, registered_message(registered), wparam, lparam);
}

void ExplorerDialog::folder_changed() {
  notify(CDN_FOLDERCHANGE);
}

void ExplorerDialog::type_changed() {
  if (notify(CDN_TYPECHANGE) != 0 || !alive()) return;
  const auto index = static_cast<WORD>(send(cmb1, CB_GETCURSEL));
  tell_hook(LBSELCHSTRINGW, cmb1, MAKELPARAM(index, CD_LBSELCHANGE));
}

bool ExplorerDialog::is_approved() {
  if (notify(CDN_FILEOK) != 0 || !alive()) return false;
  return tell_hook(FILEOKSTRINGW, 0, structure()) == 0;
}

UINT_PTR ExplorerDialog::share_violation(const std::u16string& path) {
  const LRESULT answer = notify(CDN_SHAREVIOLATION, path);
  if (answer != 0 || !alive()) return static_cast<UINT_PTR>(answer);
  return static_cast<UINT_PTR>(tell_hook(SHAREVISTRINGW, 0, structure()));
}

void ExplorerDialog::ask_for_help() {
  if (notify(CDN_HELP) == 0 && alive()) ask_owner_for_help();
}

// The size that the text takes with its end, whether it was copied or does not fit.
LRESULT ExplorerDialog::copy_out(const std::u16string& value, WPARAM size, LPARAM buffer) const {
  text.write(value, reinterpret_cast<void*>(buffer), size);
  return static_cast<LRESULT>(text.length(value) + 1);
}

// CDM_ messages.
// https://learn.microsoft.com/windows/win32/dlgbox/common-dialog-box-messages
bool ExplorerDialog::answer_query(UINT message, WPARAM wparam, LPARAM lparam, LRESULT& result) {
  // Programs know the File name control by either name.
  const int id = wparam == cmb13 ? edt1 : static_cast<int>(wparam);
  switch (message) {
    case CDM_GETSPEC:
      result = copy_out(item_text(edt1), wparam, lparam);
      return true;
    case CDM_GETFILEPATH: {
      const std::u16string name = item_text(edt1);
      const bool quoted = name.find(u'"') != std::u16string::npos;
      result = copy_out(quoted ? append_name(folder(), name) : path_from(folder(), name), wparam,
                        lparam);
      return true;
    }
    case CDM_GETFOLDERPATH:
      result = copy_out(folder(), wparam, lparam);
      return true;
    case CDM_GETFOLDERIDLIST:
      result = -1;  // there are no item identifiers
      return true;
    case CDM_SETCONTROLTEXT:
      set_item_text(id, text.read(reinterpret_cast<const void*>(lparam)));
      return true;
    case CDM_HIDECONTROL:
      show_item(id, false);
      return true;
    case CDM_SETDEFEXT:
      set_default_extension(text.read(reinterpret_cast<const void*>(lparam)));
      return true;
    default:
      return false;
  }
}

}  // namespace transom::comdlg
