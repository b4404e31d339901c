#include "comdlg32/old_style_dialog.h"

#include <algorithm>

#include "comdlg32/dialog_layout.h"
#include "comdlg32/file_name.h"
#include "comdlg32/folder_listing.h"
#include "comdlg32/picture_list.h"

namespace transom::comdlg {
namespace {

constexpr DWORD kOwnerDrawn =
    LBS_NOINTEGRALHEIGHT | LBS_OWNERDRAWFIXED | LBS_HASSTRINGS | WS_VSCROLL | WS_GROUP;
constexpr int kIndent = 5;  // of a folder below the one around it

}  // namespace

DialogTemplate OldStyleDialog::layout() const {
  const DWORD several = has_flag(OFN_ALLOWMULTISELECT) ? LBS_EXTENDEDSEL : 0;
  DialogLayout layout(saving() ? u"Save As" : u"Open", 268, 134);
  layout.label(u"File &name:", stc3, {6, 6, 76, 9})
      .edit(edt1, {6, 16, 90, 12}, ES_OEMCONVERT)
      .list(lst1, {6, 32, 90, 70},
            LBS_SORT | LBS_HASSTRINGS | LBS_NOINTEGRALHEIGHT | WS_VSCROLL | WS_GROUP | several)
      .label(u"&Folders:", -1, {106, 6, 92, 9})
      .label(u"", stc1, {106, 18, 92, 9}, SS_NOPREFIX)
      .list(lst2, {106, 32, 92, 70}, kOwnerDrawn)
      .label(saving() ? u"Save file as &type:" : u"List files of &type:", stc2, {6, 104, 90, 9})
      .combo(cmb1, {6, 114, 90, 66}, CBS_DROPDOWNLIST | WS_BORDER)
      .label(u"Dri&ves:", stc4, {106, 104, 92, 9})
      .combo(cmb2, {106, 114, 92, 68}, CBS_DROPDOWNLIST | WS_BORDER)
      .button(u"OK", IDOK, {208, 6, 54, 14}, BS_DEFPUSHBUTTON | WS_GROUP)
      .button(u"Cancel", IDCANCEL, {208, 24, 54, 14}, WS_GROUP)
      .button(u"&Help", pshHelp, {208, 46, 54, 14}, WS_GROUP)
      .check_box(u"&Read only", chx1, {208, 68, 54, 12}, WS_GROUP);
  return layout.take();
}

INT_PTR OldStyleDialog::show(std::optional<DialogTemplate> replacement) {
  if (!replacement) return run(layout(), nullptr);
  return run(std::move(*replacement),
             has_flag(OFN_ENABLETEMPLATEHANDLE) ? nullptr : client().hInstance);
}

void OldStyleDialog::prepare() {
  send(lst2, LB_SETITEMHEIGHT, 0, kPictureSize + 1);
  show_item(psh14, false);  // the Network button of a template: there is nothing to connect to
}

bool OldStyleDialog::list_takes_several() const {
  const auto style = static_cast<DWORD>(GetWindowLongPtrW(item(lst1), GWL_STYLE));
  return (style & (LBS_EXTENDEDSEL | LBS_MULTIPLESEL)) != 0;
}

void OldStyleDialog::show_files() {
  send(lst1, LB_RESETCONTENT);
  for (const FolderEntry& entry : list_folder(folder(), false)) {
    if (entry.folder || !matches_filter(entry.name, pattern())) continue;
    send(lst1, LB_ADDSTRING, 0, reinterpret_cast<LPARAM>(entry.name.c_str()));
  }
}

// The folders down to the one that is open, then those in it; each below the one around it.
void OldStyleDialog::show_folders() {
  const HWND list = item(lst2);
  SendMessageW(list, LB_RESETCONTENT, 0, 0);
  const std::vector<std::u16string> chain = chain_of(folder());
  for (const std::u16string& path : chain) {
    const std::u16string name = path == chain.front() ? path : name_of(path);
    add_picture_item(list, name, Picture::kOpenFolder);
  }
  for (const FolderEntry& entry : list_folder(folder(), false)) {
    if (entry.folder) add_picture_item(list, entry.name, Picture::kFolder);
  }
  SendMessageW(list, LB_SETCURSEL, chain.size() - 1, 0);
  set_item_text(stc1, folder());
}

void OldStyleDialog::show_drives() {
  send(cmb2, CB_RESETCONTENT);
  for (const char16_t letter : drives()) {
    const char16_t name[] = {base::fold_case(letter), u':', 0};
    const LRESULT index = send(cmb2, CB_ADDSTRING, 0, reinterpret_cast<LPARAM>(name));
    if (!folder().empty() && folder().front() == letter) {
      send(cmb2, CB_SETCURSEL, static_cast<WPARAM>(index));
    }
  }
}

void OldStyleDialog::show_folder() {
  show_files();
  show_folders();
  show_drives();
}

void OldStyleDialog::tell_selection(WORD id, LRESULT index, WORD change) {
  ask_hook(registered_message(LBSELCHSTRINGW), id, MAKELPARAM(static_cast<WORD>(index), change));
}

void OldStyleDialog::on_file_selected() {
  const bool several = list_takes_several();
  std::vector<std::u16string> names;
  const auto count = static_cast<int>(send(lst1, LB_GETCOUNT));
  for (int i = 0; i < count; ++i) {
    if (send(lst1, LB_GETSEL, static_cast<WPARAM>(i)) > 0) {
      names.push_back(picture_item_name(item(lst1), i));
    }
  }
  if (!names.empty()) set_name(join_names(names));
  const LRESULT caret = send(lst1, several ? LB_GETCARETINDEX : LB_GETCURSEL);
  const bool added = send(lst1, LB_GETSEL, static_cast<WPARAM>(caret)) > 0;
  tell_selection(lst1, caret, !several ? CD_LBSELCHANGE : added ? CD_LBSELADD : CD_LBSELSUB);
}

void OldStyleDialog::open_listed_folder() {
  const auto index = static_cast<std::size_t>(send(lst2, LB_GETCURSEL));
  const std::vector<std::u16string> chain = chain_of(folder());
  const std::u16string path =
      index < chain.size()
          ? chain[index]
          : append_name(folder(), picture_item_name(item(lst2), static_cast<int>(index)));
  if (path == folder()) return;
  set_name(pattern());
  open_folder(path);
}

void OldStyleDialog::open_drive() {
  const LRESULT index = send(cmb2, CB_GETCURSEL);
  const std::vector<char16_t> letters = drives();
  if (index < 0 || static_cast<std::size_t>(index) >= letters.size()) return;
  const char16_t letter = letters[static_cast<std::size_t>(index)];
  if (folder().front() != letter) open_folder({letter, u':', u'\\'});
  if (alive()) tell_selection(cmb2, index, CD_LBSELCHANGE);
}

bool OldStyleDialog::open_focused_folder() {
  if (item(lst2) == nullptr || GetFocus() != item(lst2)) return false;
  open_listed_folder();
  return true;
}

void OldStyleDialog::command(WORD id, WORD code) {
  if (id == lst1 && code == LBN_SELCHANGE) return on_file_selected();
  if (id == lst1 && code == LBN_DBLCLK) return accept();
  if (id == lst2 && code == LBN_DBLCLK) return open_listed_folder();
  if (id == lst2 && code == LBN_SELCHANGE) {
    return tell_selection(lst2, send(lst2, LB_GETCURSEL), CD_LBSELCHANGE);
  }
  if (id == cmb2 && code == CBN_SELCHANGE) open_drive();
}

INT_PTR OldStyleDialog::handle_message(UINT message, WPARAM wparam, LPARAM lparam) {
  if (message == WM_DRAWITEM && wparam == lst2) {
    const auto& drawn = *reinterpret_cast<const DRAWITEMSTRUCT*>(lparam);
    const auto deepest = static_cast<UINT>(chain_of(folder()).size());
    const int depth = static_cast<int>(std::min(drawn.itemID, deepest));
    draw_picture_item(drawn, picture_of_item(drawn.hwndItem, static_cast<int>(drawn.itemID)),
                      depth * kIndent);
    return TRUE;
  }
  return FileDialog::handle_message(message, wparam, lparam);
}

void OldStyleDialog::type_changed() {
  tell_selection(cmb1, send(cmb1, CB_GETCURSEL), CD_LBSELCHANGE);
}

bool OldStyleDialog::is_approved() {
  return ask_hook(registered_message(FILEOKSTRINGW), 0, structure()) == 0;
}

// The page says that the structure's lpstrFile holds the name meanwhile.
UINT_PTR OldStyleDialog::share_violation(const std::u16string& path) {
  text.write(path, client().lpstrFile, client().nMaxFile);
  return ask_hook(registered_message(SHAREVISTRINGW), 0, structure());
}

}  // namespace transom::comdlg
