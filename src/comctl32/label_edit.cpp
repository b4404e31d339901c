#include "comctl32/label_edit.h"

#include "comctl32/subclass.h"

namespace transom::comctl {
namespace {

constexpr UINT_PTR kSubclass = 0x4C56;

struct Watched {
  HWND control;
  LabelEditEnd end;
};

LRESULT CALLBACK edit_procedure(HWND edit, UINT message, WPARAM wparam, LPARAM lparam, UINT_PTR,
                                DWORD_PTR data) {
  auto* const kept = reinterpret_cast<Watched*>(data);
  const Watched watched = *kept;
  if (message == WM_NCDESTROY) {
    RemoveWindowSubclass(edit, edit_procedure, kSubclass);
    delete kept;
  }
  if (message == WM_KEYDOWN && (wparam == VK_RETURN || wparam == VK_ESCAPE)) {
    watched.end(watched.control, wparam == VK_RETURN);
    return 0;
  }
  if (message == WM_GETDLGCODE) return DLGC_WANTALLKEYS;
  const LRESULT result = DefSubclassProc(edit, message, wparam, lparam);
  if (message == WM_KILLFOCUS && user::is_window(watched.control)) {
    watched.end(watched.control, true);
  }
  return result;
}

}  // namespace

HWND make_label_edit(CommonControl& control, const std::u16string& text, RECT place) {
  const HWND edit =
      CreateWindowExW(0, L"Edit", base::as_wchar(text), WS_CHILD | WS_BORDER | ES_AUTOHSCROLL,
                      place.left, place.top, place.right - place.left, place.bottom - place.top,
                      control.handle, nullptr, nullptr, nullptr);
  if (edit == nullptr || !control.alive()) return nullptr;
  user::send_message(edit, WM_SETFONT, reinterpret_cast<WPARAM>(control.font), 0);
  return control.alive() ? edit : nullptr;
}

void show_label_edit(HWND edit, HWND control, LabelEditEnd end) {
  std::unique_ptr<Watched> watched(new Watched{control, end});
  const auto data = reinterpret_cast<DWORD_PTR>(watched.get());
  if (!SetWindowSubclass(edit, edit_procedure, kSubclass, data)) return;
  watched.release();
  ShowWindow(edit, SW_SHOW);
  SetFocus(edit);
  if (user::is_window(edit)) user::send_message(edit, EM_SETSEL, 0, -1);
}

void release_label_edit(HWND edit) {
  DWORD_PTR data = 0;
  if (!GetWindowSubclass(edit, edit_procedure, kSubclass, &data)) return;
  RemoveWindowSubclass(edit, edit_procedure, kSubclass);
  delete reinterpret_cast<Watched*>(data);
}

LabelText::LabelText(HWND edit, bool keep, bool unicode) : keep_(keep), unicode_(unicode) {
  WCHAR buffer[260]{};
  GetWindowTextW(edit, buffer, 260);
  text = base::as_char16(buffer);
  ansi_ = base::to_ansi(text);
}

WCHAR* LabelText::notified() {
  if (!keep_) return nullptr;
  return unicode_ ? const_cast<WCHAR*>(base::as_wchar(text))
                  : reinterpret_cast<WCHAR*>(ansi_.data());
}

}  // namespace transom::comctl
