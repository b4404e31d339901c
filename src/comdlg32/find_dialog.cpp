#include "comdlg32/find_dialog.h"

#include "comdlg32/dialog_layout.h"
#include "user32/message/send.h"

namespace transom::comdlg {
namespace {

constexpr DWORD kEvents = FR_FINDNEXT | FR_REPLACE | FR_REPLACEALL | FR_DIALOGTERM;
// Shown when its initialization is over, and not where a hook says no.
constexpr DWORD kStyle =
    WS_POPUP | WS_CAPTION | WS_SYSMENU | DS_MODALFRAME | DS_SETFONT | DS_3DLOOK | DS_CONTEXTHELP;

DialogTemplate find_layout() {
  DialogLayout layout(u"Find", 240, 64, kStyle);
  layout.label(u"Fi&nd what:", -1, {6, 9, 42, 8})
      .edit(edt1, {50, 7, 128, 12}, WS_GROUP)
      .check_box(u"Match &whole word only", chx1, {6, 28, 98, 12}, WS_GROUP)
      .check_box(u"Match &case", chx2, {6, 44, 64, 12})
      .group(u"Direction", grp1, {108, 26, 70, 30}, WS_GROUP)
      .radio(u"&Up", rad1, {114, 38, 26, 12}, WS_GROUP | WS_TABSTOP)
      .radio(u"&Down", rad2, {142, 38, 33, 12})
      .button(u"&Find Next", IDOK, {184, 6, 50, 14}, BS_DEFPUSHBUTTON | WS_GROUP)
      .button(u"Cancel", IDCANCEL, {184, 24, 50, 14})
      .button(u"&Help", pshHelp, {184, 44, 50, 14});
  return layout.take();
}

DialogTemplate replace_layout() {
  DialogLayout layout(u"Replace", 236, 98, kStyle);
  layout.label(u"Fi&nd what:", -1, {6, 9, 48, 8})
      .edit(edt1, {58, 7, 116, 12}, WS_GROUP)
      .label(u"Re&place with:", -1, {6, 26, 48, 8})
      .edit(edt2, {58, 24, 116, 12}, WS_GROUP)
      .check_box(u"Match &whole word only", chx1, {6, 48, 104, 12}, WS_GROUP)
      .check_box(u"Match &case", chx2, {6, 64, 64, 12})
      .button(u"&Find Next", IDOK, {180, 6, 50, 14}, BS_DEFPUSHBUTTON | WS_GROUP)
      .button(u"&Replace", psh1, {180, 23, 50, 14})
      .button(u"Replace &All", psh2, {180, 40, 50, 14})
      .button(u"Cancel", IDCANCEL, {180, 57, 50, 14})
      .button(u"&Help", pshHelp, {180, 78, 50, 14});
  return layout.take();
}

}  // namespace

DialogTemplate FindDialog::layout(FindPurpose purpose) {
  return purpose == FindPurpose::kFind ? find_layout() : replace_layout();
}

bool FindDialog::initialize() {
  set_item_text(edt1, text.read(client_.lpstrFindWhat));
  if (purpose_ == FindPurpose::kReplace) set_item_text(edt2, text.read(client_.lpstrReplaceWith));
  set_option(chx1, client_.Flags, {FR_WHOLEWORD, FR_NOWHOLEWORD, FR_HIDEWHOLEWORD});
  set_option(chx2, client_.Flags, {FR_MATCHCASE, FR_NOMATCHCASE, FR_HIDEMATCHCASE});
  set_option(grp1, client_.Flags, {0, 0, FR_HIDEUPDOWN});
  set_option(rad1, client_.Flags, {0, FR_NOUPDOWN, FR_HIDEUPDOWN});
  set_option(rad2, client_.Flags, {FR_DOWN, FR_NOUPDOWN, FR_HIDEUPDOWN});
  check(rad1, (client_.Flags & FR_DOWN) == 0);
  show_item(pshHelp, (client_.Flags & FR_SHOWHELP) != 0);
  enable_buttons();
  SetFocus(item(edt1));
  send(edt1, EM_SETSEL, 0, -1);
  return false;
}

// Documented: where a hook answers WM_INITDIALOG with FALSE it shows the dialog itself.
void FindDialog::initialized(bool answer) {
  if (answer) ShowWindow(handle(), SW_SHOWNORMAL);
}

// There has to be something to look for.
void FindDialog::enable_buttons() {
  const bool any = send(edt1, WM_GETTEXTLENGTH) > 0;
  for (const int id : {int{IDOK}, psh1, psh2}) {
    if (const HWND button = item(id)) EnableWindow(button, any);
  }
}

// The sizes are in bytes, in both versions of the structure.
void FindDialog::write_text(int id, void* buffer, WORD size) const {
  const std::size_t room = text.ansi() ? size : size / sizeof(WCHAR);
  text.write_cut(item_text(id), buffer, room);
}

void FindDialog::tell_owner(DWORD event) {
  DWORD flags = client_.Flags & ~(kEvents | FR_DOWN | FR_WHOLEWORD | FR_MATCHCASE);
  if (checked(chx1)) flags |= FR_WHOLEWORD;
  if (checked(chx2)) flags |= FR_MATCHCASE;
  // Replacing goes downwards: its dialog has no buttons for the direction.
  if (item(rad2) == nullptr || checked(rad2)) flags |= FR_DOWN;
  client_.Flags = flags | event;
  if (event != FR_DIALOGTERM) {
    write_text(edt1, client_.lpstrFindWhat, client_.wFindWhatLen);
    if (purpose_ == FindPurpose::kReplace) {
      write_text(edt2, client_.lpstrReplaceWith, client_.wReplaceWithLen);
    }
  }
  user::send_message(owner(), registered_message(FINDMSGSTRINGW), 0, structure());
}

void FindDialog::on_command(WORD id, WORD code) {
  switch (id) {
    case psh1:
      return tell_owner(FR_REPLACE);
    case psh2:
      return tell_owner(FR_REPLACEALL);
    case edt1:
      if (code == EN_CHANGE) enable_buttons();
      return;
    case IDCANCEL:
      tell_owner(FR_DIALOGTERM);
      if (alive()) DestroyWindow(handle());
      return;
    default:
      return CommonDialog::on_command(id, code);
  }
}

void FindDialog::accept() {
  tell_owner(FR_FINDNEXT);
}

INT_PTR FindDialog::handle_message(UINT message, WPARAM wparam, LPARAM lparam) {
  if (message != WM_CLOSE) return CommonDialog::handle_message(message, wparam, lparam);
  on_command(IDCANCEL, 0);
  return TRUE;
}

const char16_t* FindDialog::help_on(int id) const {
  static constexpr HelpText kTexts[] = {
      {edt1, u"The text to look for."},
      {edt2, u"The text to put in its place."},
      {chx1, u"Finds whole words only, not parts of words."},
      {chx2, u"Finds the text only where its letters are as large and small as here."},
      {rad1, u"Looks from here to the beginning."},
      {rad2, u"Looks from here to the end."},
      {psh1, u"Replaces the text that was found and looks for the next."},
      {psh2, u"Replaces the text wherever it is found."}};
  return find_help(kTexts, id);
}

}  // namespace transom::comdlg
