// What all common dialogs share: how they run, how a program's hook procedure hears their messages,
// what went wrong.
//
// Contract
//  - A common dialog is an ordinary dialog of the dialog manager, with the control identifiers of
//    dlgs.h, on which hooks rely. A program's template may lack any of them, or have others.
//  - WM_INITDIALOG is handled first by the dialog and then by the hook, which gets the program's
//    structure; every other message first by the hook, whose non-zero answer ends it.
//  - A hook may destroy the dialog in any message: after one, ask alive().
//  - Modal dialogs live with their caller; modeless ones end with their window.
// https://learn.microsoft.com/windows/win32/dlgbox/customizing-common-dialog-boxes
#pragma once

#include <dlgs.h>

#include <span>

#include "base/win32.h"
#include "comdlg32/client_text.h"
#include "user32/dialog/dialog_state.h"

namespace transom::comdlg {

using user::DialogTemplate;

// CommDlgExtendedError's value, the calling thread's.
void set_extended_error(DWORD error);
inline bool fail(DWORD error) {
  set_extended_error(error);
  return false;
}

using HookProcedure = UINT_PTR(CALLBACK*)(HWND, UINT, WPARAM, LPARAM);

class CommonDialog {
 public:
  // `structure` is the program's, `owner` its hwndOwner.
  CommonDialog(Encoding encoding, HWND owner, void* structure)
      : text(encoding), encoding_(encoding), owner_(owner), structure_(structure) {}
  virtual ~CommonDialog() = default;
  CommonDialog(const CommonDialog&) = delete;
  CommonDialog& operator=(const CommonDialog&) = delete;

  void set_hook(HookProcedure hook) { hook_ = hook; }
  // What end() was given. 0 with an extended error where the dialog could not be made.
  INT_PTR run(DialogTemplate layout, HINSTANCE instance);
  // The modeless dialog takes its object; null with an extended error.
  static HWND create(std::unique_ptr<CommonDialog> dialog, DialogTemplate layout,
                     HINSTANCE instance);

  HWND handle() const { return dialog_; }
  HWND owner() const { return owner_; }
  bool alive() const { return dialog_ != nullptr; }
  HWND item(int id) const { return GetDlgItem(dialog_, id); }
  // Messages to controls that may not be there.
  LRESULT send(int id, UINT message, WPARAM wparam = 0, LPARAM lparam = 0) const {
    return SendDlgItemMessageW(dialog_, id, message, wparam, lparam);
  }
  std::u16string item_text(int id) const;
  void set_item_text(int id, const std::u16string& value) const {
    SetDlgItemTextW(dialog_, id, base::as_wchar(value));
  }
  void show_item(int id, bool visible) const;
  bool checked(int id) const { return send(id, BM_GETCHECK) == BST_CHECKED; }
  void check(int id, bool on) const { send(id, BM_SETCHECK, on ? BST_CHECKED : BST_UNCHECKED); }
  // A check box, or a radio button, as three of the program's flags want it.
  struct OptionFlags {
    DWORD chosen, disabled, hidden;
  };
  void set_option(int id, DWORD flags, const OptionFlags& which) const;
  void end(INT_PTR result) const { EndDialog(dialog_, result); }
  // With the dialog's title; IDOK and its company.
  int tell(const std::u16string& message, UINT type) const;

  const ClientText text;

 protected:
  // WM_INITDIALOG; true lets the first tab stop have the focus.
  virtual bool initialize() = 0;
  // WM_INITDIALOG has been answered, by the hook where there is one.
  virtual void initialized(bool answer) { (void)answer; }
  // Everything else; WM_COMMAND goes to on_command(). Zero: as dialogs do.
  virtual INT_PTR handle_message(UINT message, WPARAM wparam, LPARAM lparam);
  // WM_COMMAND: the buttons that most of them have. Others are the dialog's own.
  virtual void on_command(WORD id, WORD code);
  // OK was chosen.
  virtual void accept() { end(TRUE); }

  // A control, if it is there, whose painting paint() does from now on.
  void take_over_painting(int id);
  virtual void paint(int id, HDC dc, const RECT& area) { (void)id, (void)dc, (void)area; }

  // What a standard control is for; null for a program's own.
  virtual const char16_t* help_on(int id) const = 0;

  // Answers a message whose result is more than TRUE or FALSE.
  INT_PTR answer(LRESULT result) const {
    SetWindowLongPtrW(dialog_, DWLP_MSGRESULT, static_cast<LONG_PTR>(result));
    return TRUE;
  }
  // HELPMSGSTRING to the owner: the Help button was clicked.
  void ask_owner_for_help() const;
  // Calls the hook itself, for the registered messages; 0 without one.
  UINT_PTR ask_hook(UINT message, WPARAM wparam, LPARAM lparam) const {
    return hook_ != nullptr ? hook_(dialog_, message, wparam, lparam) : 0;
  }
  LPARAM structure() const { return reinterpret_cast<LPARAM>(structure_); }
  Encoding encoding() const { return encoding_; }

 private:
  static INT_PTR CALLBACK procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam);
  static LRESULT CALLBACK painted_procedure(HWND control, UINT message, WPARAM wparam,
                                            LPARAM lparam, UINT_PTR id, DWORD_PTR dialog);
  INT_PTR dispatch(UINT message, WPARAM wparam, LPARAM lparam);
  INT_PTR start(WPARAM wparam);
  bool show_help(const HELPINFO& info);

  Encoding encoding_;
  HWND owner_;
  void* structure_;
  HookProcedure hook_ = nullptr;
  HWND dialog_ = nullptr;
  bool modeless_ = false;
  bool* started_ = nullptr;  // set on WM_INITDIALOG of a modeless dialog
  int calls_ = 0;            // of the procedure, on the stack
};

// Whether a dialog can have the owner; sets CDERR_DIALOGFAILURE where it is a dead window.
bool is_owner_usable(HWND owner);
// The flags that ask for a hook, with no hook, are CDERR_NOHOOK.
bool is_hook_usable(bool wanted, const void* hook);

// A program's template: in memory where the flags say so, else by name in a module where they do.
struct TemplateRequest {
  bool by_handle;
  bool by_name;
  const void* name;
  void* module;
  void* memory;
};
// Of the structures that have one member for both.
template <class Client>
TemplateRequest template_request(const Client& client, DWORD handle_flag, DWORD name_flag) {
  return {(client.Flags & handle_flag) != 0, (client.Flags & name_flag) != 0, client.lpTemplateName,
          client.hInstance, client.hInstance};
}
// `layout` becomes the program's template, if it wants one of its own. False, with the extended
// error set, where that cannot be had.
bool find_template(const TemplateRequest& request, Encoding encoding,
                   std::optional<DialogTemplate>& layout);

// The explanations of a dialog's controls.
struct HelpText {
  int id;
  const char16_t* text;
};
const char16_t* find_help(std::span<const HelpText> texts, int id);

// The number of a message that a program registers by the same name.
UINT registered_message(const WCHAR* name);

}  // namespace transom::comdlg
