#include "comdlg32/common_dialog.h"

#include <algorithm>

#include "base/common_controls.h"
#include "base/last_error.h"
#include "comdlg32/help_popup.h"
#include "user32/dialog/template_source.h"
#include "user32/message/send.h"

namespace transom::comdlg {
namespace {

thread_local DWORD extended_error = 0;

constexpr WCHAR kProperty[] = L"Transom.CommonDialog";

// Messages that come with a structure; anybody may send them without one.
bool lacks_structure(UINT message, LPARAM lparam) {
  switch (message) {
    case WM_DRAWITEM:
    case WM_MEASUREITEM:
    case WM_GETMINMAXINFO:
    case WM_HELP:
      return lparam == 0;
    default:
      return false;
  }
}

}  // namespace

void set_extended_error(DWORD error) {
  extended_error = error;
}

INT_PTR CommonDialog::run(DialogTemplate layout, HINSTANCE instance) {
  const INT_PTR result = user::run_dialog({instance, std::move(layout), owner_, procedure,
                                           reinterpret_cast<LPARAM>(this), encoding_, true});
  if (result >= 0) return result;
  set_extended_error(CDERR_DIALOGFAILURE);
  return 0;
}

HWND CommonDialog::create(std::unique_ptr<CommonDialog> dialog, DialogTemplate layout,
                          HINSTANCE instance) {
  CommonDialog* self = dialog.get();
  bool started = false;
  self->modeless_ = true;
  self->started_ = &started;
  const HWND created =
      user::create_dialog({instance, std::move(layout), self->owner_, procedure,
                           reinterpret_cast<LPARAM>(self), self->encoding_, false});
  // From WM_INITDIALOG on the window ends the object, and may have done so already.
  if (started) (void)dialog.release();
  if (created == nullptr) set_extended_error(CDERR_DIALOGFAILURE);
  return created;
}

INT_PTR CALLBACK CommonDialog::procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam) {
  if (message == WM_INITDIALOG) {
    SetPropW(dialog, kProperty, reinterpret_cast<HANDLE>(lparam));
    reinterpret_cast<CommonDialog*>(lparam)->dialog_ = dialog;
    bool* started = std::exchange(reinterpret_cast<CommonDialog*>(lparam)->started_, nullptr);
    if (started != nullptr) *started = true;
  }
  auto* self = static_cast<CommonDialog*>(GetPropW(dialog, kProperty));
  return self != nullptr ? self->dispatch(message, wparam, lparam) : FALSE;
}

INT_PTR CommonDialog::dispatch(UINT message, WPARAM wparam, LPARAM lparam) {
  if (lacks_structure(message, lparam)) return FALSE;
  ++calls_;
  INT_PTR result = 0;
  if (message == WM_INITDIALOG) {
    result = start(wparam);
  } else {
    result = static_cast<INT_PTR>(ask_hook(message, wparam, lparam));
    if (result == 0 && alive()) result = handle_message(message, wparam, lparam);
    if (message == WM_HELP && result == 0 && alive()) {
      result = show_help(*reinterpret_cast<const HELPINFO*>(lparam));
    }
    if (message == WM_NCDESTROY && alive()) {
      RemovePropW(dialog_, kProperty);
      dialog_ = nullptr;
    }
  }
  if (--calls_ == 0 && modeless_ && !alive()) delete this;
  return result;
}

INT_PTR CommonDialog::start(WPARAM wparam) {
  INT_PTR result = initialize() ? TRUE : FALSE;
  const bool hooked = hook_ != nullptr && alive();
  if (hooked) result = static_cast<INT_PTR>(ask_hook(WM_INITDIALOG, wparam, structure()));
  if (alive()) initialized(!hooked || result != 0);
  return result;
}

// F1, or the question mark and a click. What the dialog does not know goes on to the owner.
bool CommonDialog::show_help(const HELPINFO& info) {
  if (info.iContextType != HELPINFO_WINDOW) return false;
  const auto control = static_cast<HWND>(info.hItemHandle);
  // The edit control of a combo box is part of it.
  const HWND parent = GetParent(control);
  const HWND known = parent != dialog_ && GetParent(parent) == dialog_ ? parent : control;
  const char16_t* explanation = help_on(GetDlgCtrlID(known));
  if (explanation == nullptr) return false;
  show_help_popup(dialog_, known, explanation);
  return true;
}

void CommonDialog::take_over_painting(int id) {
  const HWND control = item(id);
  if (control == nullptr) return;
  SetWindowSubclass(control, painted_procedure, static_cast<UINT_PTR>(id),
                    reinterpret_cast<DWORD_PTR>(this));
}

LRESULT CALLBACK CommonDialog::painted_procedure(HWND control, UINT message, WPARAM wparam,
                                                 LPARAM lparam, UINT_PTR id, DWORD_PTR dialog) {
  auto* self = reinterpret_cast<CommonDialog*>(dialog);
  if (message == WM_NCDESTROY) RemoveWindowSubclass(control, painted_procedure, id);
  if (message != WM_PAINT || !self->alive()) {
    return DefSubclassProc(control, message, wparam, lparam);
  }
  PAINTSTRUCT paint;
  RECT area;
  GetClientRect(control, &area);
  const HDC dc = BeginPaint(control, &paint);
  self->paint(static_cast<int>(id), dc, area);
  EndPaint(control, &paint);
  return 0;
}

std::u16string CommonDialog::item_text(int id) const {
  const auto length = static_cast<std::size_t>(send(id, WM_GETTEXTLENGTH));
  std::u16string value(length + 1, u'\0');
  value.resize(static_cast<std::size_t>(
      send(id, WM_GETTEXT, length + 1, reinterpret_cast<LPARAM>(value.data()))));
  return value;
}

void CommonDialog::show_item(int id, bool visible) const {
  if (const HWND control = item(id)) ShowWindow(control, visible ? SW_SHOW : SW_HIDE);
}

void CommonDialog::set_option(int id, DWORD flags, const OptionFlags& which) const {
  check(id, (flags & which.chosen) != 0);
  if ((flags & which.disabled) != 0) EnableWindow(item(id), FALSE);
  if ((flags & which.hidden) != 0) show_item(id, false);
}

int CommonDialog::tell(const std::u16string& message, UINT type) const {
  WCHAR title[256]{};
  GetWindowTextW(dialog_, title, 256);
  return MessageBoxW(dialog_, base::as_wchar(message), title, type);
}

INT_PTR CommonDialog::handle_message(UINT message, WPARAM wparam, LPARAM) {
  if (message != WM_COMMAND) return FALSE;
  on_command(LOWORD(wparam), HIWORD(wparam));
  return TRUE;
}

void CommonDialog::on_command(WORD id, WORD) {
  switch (id) {
    case IDOK:
      return accept();
    case IDCANCEL:
      return end(FALSE);
    case pshHelp:
      return ask_owner_for_help();
    default:
      return;
  }
}

void CommonDialog::ask_owner_for_help() const {
  if (owner_ == nullptr) return;
  user::send_message(owner_, registered_message(HELPMSGSTRINGW), reinterpret_cast<WPARAM>(dialog_),
                     structure());
}

bool is_owner_usable(HWND owner) {
  return owner == nullptr || IsWindow(owner) || fail(CDERR_DIALOGFAILURE);
}

bool is_hook_usable(bool wanted, const void* hook) {
  return !wanted || hook != nullptr || fail(CDERR_NOHOOK);
}

namespace {

std::optional<DialogTemplate> template_by_handle(void* memory) {
  // What LoadResource gave is no memory object; it is the template itself.
  const void* bytes = memory != nullptr ? GlobalLock(memory) : nullptr;
  if (bytes == nullptr && memory != nullptr) bytes = LockResource(memory);
  auto layout = bytes != nullptr ? user::template_in_memory(bytes) : std::nullopt;
  if (!layout) set_extended_error(CDERR_LOCKRESFAILURE);
  if (memory != nullptr) GlobalUnlock(memory);
  return layout;
}

std::optional<DialogTemplate> template_by_name(const TemplateRequest& request, Encoding encoding) {
  if (request.name == nullptr || request.module == nullptr) {
    set_extended_error(request.name == nullptr ? CDERR_NOTEMPLATE : CDERR_NOHINSTANCE);
    return std::nullopt;
  }
  const auto module = static_cast<HINSTANCE>(request.module);
  auto layout = encoding == Encoding::kAnsi
                    ? user::load_template(module, static_cast<LPCSTR>(request.name))
                    : user::load_template(module, static_cast<LPCWSTR>(request.name));
  if (!layout) set_extended_error(CDERR_FINDRESFAILURE);
  return layout;
}

}  // namespace

bool find_template(const TemplateRequest& request, Encoding encoding,
                   std::optional<DialogTemplate>& layout) {
  if (!request.by_handle && !request.by_name) return true;
  const base::PreserveLastError preserve;
  layout =
      request.by_handle ? template_by_handle(request.memory) : template_by_name(request, encoding);
  return layout.has_value();
}

const char16_t* find_help(std::span<const HelpText> texts, int id) {
  static constexpr HelpText kEverywhere[] = {
      {IDOK, u"Closes the dialog box and takes what you have chosen."},
      {IDCANCEL, u"Closes the dialog box without any change."},
      {pshHelp, u"Click this to see the program's help on this dialog box."}};
  for (const auto& list : {texts, std::span<const HelpText>(kEverywhere)}) {
    const auto found = std::ranges::find(list, id, &HelpText::id);
    if (found != list.end()) return found->text;
  }
  return nullptr;
}

UINT registered_message(const WCHAR* name) {
  return RegisterWindowMessageW(name);
}

}  // namespace transom::comdlg

// Why the calling thread's last common dialog failed: a CDERR_ code or one of the dialog's own; 0
// where it did not fail, or was cancelled.
// https://learn.microsoft.com/windows/win32/api/commdlg/nf-commdlg-commdlgextendederror
DWORD WINAPI CommDlgExtendedError() {
  return transom::comdlg::extended_error;
}
