#include "comdlg32/explorer_dialog.h"

#include <algorithm>

#include "comdlg32/dialog_layout.h"
#include "comdlg32/file_name.h"
#include "comdlg32/picture_list.h"

namespace transom::comdlg {
namespace {

constexpr int kUp = psh1, kNewFolder = psh2, kSizeGrip = scr1;
constexpr int kWidth = 292, kFullHeight = 184, kShortHeight = 168;

}  // namespace

bool ExplorerDialog::can_be_resized() const {
  const bool customized = has_flag(OFN_ENABLEHOOK | OFN_ENABLETEMPLATE | OFN_ENABLETEMPLATEHANDLE);
  return !customized || has_flag(OFN_ENABLESIZING);
}

DialogTemplate ExplorerDialog::layout() const {
  const bool has_last_row = !has_flag(OFN_HIDEREADONLY) || has_flag(OFN_SHOWHELP);
  const int height = has_last_row ? kFullHeight : kShortHeight;
  DWORD style = WS_POPUP | WS_CAPTION | WS_SYSMENU | WS_VISIBLE | WS_CLIPCHILDREN | DS_SETFONT |
                DS_3DLOOK | DS_CONTEXTHELP | (can_be_resized() ? WS_THICKFRAME : DS_MODALFRAME);
  DialogLayout layout(saving() ? u"Save As" : u"Open", kWidth, height, style);
  layout.label(saving() ? u"Save &in:" : u"Look &in:", stc4, {7, 7, 42, 8})
      .combo(cmb2, {50, 5, 163, 140}, CBS_DROPDOWNLIST | CBS_OWNERDRAWFIXED | CBS_HASSTRINGS)
      .button(u"Up One Level", kUp, {219, 5, 16, 14}, BS_ICON)
      .button(u"Create New Folder", kNewFolder, {237, 5, 16, 14}, BS_ICON)
      .item(DialogLayout::kStatic, u"Files", SS_LEFT | WS_GROUP, stc1, {7, 23, 2, 2})
      .list(lst1, {7, 23, 278, 101},
            LBS_OWNERDRAWFIXED | LBS_HASSTRINGS | LBS_MULTICOLUMN | LBS_NOINTEGRALHEIGHT |
                LBS_WANTKEYBOARDINPUT | WS_HSCROLL | (several() ? LBS_EXTENDEDSEL : 0))
      .label(u"File &name:", stc3, {7, 131, 52, 8})
      .edit(edt1, {61, 129, 166, 12})
      .label(saving() ? u"Save as &type:" : u"Files of &type:", stc2, {7, 149, 52, 8})
      .combo(cmb1, {61, 147, 166, 80})
      .check_box(u"Open as &read-only", chx1, {61, 165, 158, 10})
      .button(saving() ? u"&Save" : u"&Open", IDOK, {235, 128, 50, 14}, BS_DEFPUSHBUTTON | WS_GROUP)
      .button(u"Cancel", IDCANCEL, {235, 146, 50, 14})
      .button(u"&Help", pshHelp, {235, 164, 50, 14});
  if (can_be_resized()) {
    const DWORD grip = SBS_SIZEGRIP | SBS_SIZEBOXBOTTOMRIGHTALIGN;
    layout.item(DialogLayout::kScrollBar, u"", grip, kSizeGrip, {kWidth - 8, height - 8, 8, 8});
  }
  DialogTemplate made = layout.take();
  made.ex_style |= WS_EX_DLGMODALFRAME;  // no icon in the caption
  return made;
}

INT_PTR ExplorerDialog::show(std::optional<DialogTemplate> child) {
  child_layout_ = std::move(child);
  return run(layout(), nullptr);
}

void ExplorerDialog::prepare() {
  show_item(stc1, false);
  send(cmb2, CB_SETITEMHEIGHT, static_cast<WPARAM>(-1), kPictureSize + 1);
  send(cmb2, CB_SETITEMHEIGHT, 0, kPictureSize + 1);
  send(lst1, LB_SETITEMHEIGHT, 0, kPictureSize + 1);
  send(kUp, BM_SETIMAGE, IMAGE_ICON, reinterpret_cast<LPARAM>(picture_icon(Picture::kFolderUp)));
  send(kNewFolder, BM_SETIMAGE, IMAGE_ICON,
       reinterpret_cast<LPARAM>(picture_icon(Picture::kNewFolder)));
  create_child();
  if (alive()) remember_places();
}

void ExplorerDialog::show_places() {
  places_ = places_around(folder());
  send(cmb2, CB_RESETCONTENT);
  std::size_t current = 0;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    send(cmb2, CB_ADDSTRING, 0, reinterpret_cast<LPARAM>(places_[i].label.c_str()));
    // The last of them: where a folder is listed twice, the one below its drive.
    if (places_[i].path == folder()) current = i;
  }
  send(cmb2, CB_SETCURSEL, current);
  EnableWindow(item(kUp), parent_folder(folder()) != folder());
}

void ExplorerDialog::show_folder() {
  show_places();
  const HWND list = item(lst1);
  SendMessageW(list, WM_SETREDRAW, FALSE, 0);
  SendMessageW(list, LB_RESETCONTENT, 0, 0);
  int widest = 0;
  for (const FolderEntry& entry : list_folder(folder(), has_flag(OFN_FORCESHOWHIDDEN))) {
    if (!entry.folder && !matches_filter(entry.name, pattern())) continue;
    add_picture_item(list, entry.name, entry.folder ? Picture::kFolder : Picture::kFile);
    widest = std::max(widest, picture_item_width(list, entry.name));
  }
  RECT area{};
  GetClientRect(list, &area);
  const int widest_column = std::max<int>(area.right, 80);
  SendMessageW(list, LB_SETCOLUMNWIDTH,
               static_cast<WPARAM>(std::clamp(widest + 8, 80, widest_column)), 0);
  SendMessageW(list, WM_SETREDRAW, TRUE, 0);
  InvalidateRect(list, nullptr, TRUE);
}

std::vector<int> ExplorerDialog::selected() const {
  if (!several()) {
    const auto index = static_cast<int>(send(lst1, LB_GETCURSEL));
    return index >= 0 ? std::vector{index} : std::vector<int>{};
  }
  std::vector<int> indices(
      static_cast<std::size_t>(std::max<LRESULT>(send(lst1, LB_GETSELCOUNT), 0)));
  if (!indices.empty()) {
    send(lst1, LB_GETSELITEMS, indices.size(), reinterpret_cast<LPARAM>(indices.data()));
  }
  return indices;
}

std::u16string ExplorerDialog::entry_name(int index) const {
  return picture_item_name(item(lst1), index);
}

bool ExplorerDialog::is_folder_entry(int index) const {
  return picture_of_item(item(lst1), index) == Picture::kFolder;
}

// The File name control shows the files that are selected; a folder leaves it alone.
void ExplorerDialog::on_selection() {
  std::vector<std::u16string> names;
  for (const int index : selected()) {
    if (!is_folder_entry(index)) names.push_back(entry_name(index));
  }
  if (!names.empty()) set_name(join_names(names));
  const auto caret = static_cast<WORD>(send(lst1, several() ? LB_GETCARETINDEX : LB_GETCURSEL));
  const WORD change = several() ? CD_LBSELADD : CD_LBSELCHANGE;
  if (notify(CDN_SELCHANGE) == 0) {
    tell_hook(LBSELCHSTRINGW, lst1, MAKELPARAM(caret, change));
  }
}

bool ExplorerDialog::open_focused_folder() {
  if (GetFocus() != item(lst1)) return false;
  const std::vector<int> indices = selected();
  if (indices.size() != 1 || !is_folder_entry(indices.front())) return false;
  open_folder(append_name(folder(), entry_name(indices.front())));
  return true;
}

void ExplorerDialog::on_double_click() {
  // The name of a file is in the File name control by now.
  if (!selected().empty()) accept();
}

void ExplorerDialog::open_place(int index) {
  if (index < 0 || static_cast<std::size_t>(index) >= places_.size()) return;
  const std::u16string path = places_[static_cast<std::size_t>(index)].path;
  if (path != folder()) open_folder(path);
}

void ExplorerDialog::make_folder() {
  std::u16string name = u"New Folder";
  for (int number = 2; number < 100; ++number) {
    const std::u16string path = append_name(folder(), name);
    if (CreateDirectoryW(base::as_wchar(path), nullptr)) break;
    if (GetLastError() != ERROR_ALREADY_EXISTS) {
      tell(u"Unable to create the folder \"" + name + u"\".\nAccess is denied.",
           MB_OK | MB_ICONEXCLAMATION);
      return;
    }
    name = u"New Folder (" + base::to_utf16(std::to_string(number)) + u")";
  }
  show_folder();
  const auto index = static_cast<WPARAM>(send(lst1, LB_FINDSTRINGEXACT, static_cast<WPARAM>(-1),
                                              reinterpret_cast<LPARAM>(name.c_str())));
  if (several()) {
    send(lst1, LB_SETSEL, TRUE, static_cast<LPARAM>(index));
  } else {
    send(lst1, LB_SETCURSEL, index);
  }
  SetFocus(item(lst1));
}

void ExplorerDialog::command(WORD id, WORD code) {
  if (id == lst1 && code == LBN_SELCHANGE) return on_selection();
  if (id == lst1 && code == LBN_DBLCLK) return on_double_click();
  if (id == kUp && code == BN_CLICKED) return open_folder(parent_folder(folder()));
  if (id == kNewFolder && code == BN_CLICKED) return make_folder();
  if (id == cmb2 && code == CBN_SELENDOK) open_place(static_cast<int>(send(cmb2, CB_GETCURSEL)));
}

// WM_VKEYTOITEM: keys of the list. Backspace goes up, F5 looks again.
void ExplorerDialog::list_key(WORD key) {
  if (key == VK_BACK) open_folder(parent_folder(folder()));
  if (key == VK_F5) refresh();
}

// The rows of Look in are set in by how deep they are; the closed control is not.
bool ExplorerDialog::draw(const DRAWITEMSTRUCT& drawn) const {
  if (drawn.CtlID == lst1) {
    draw_picture_item(drawn, picture_of_item(drawn.hwndItem, static_cast<int>(drawn.itemID)), 0);
    return true;
  }
  if (drawn.CtlID != cmb2) return false;
  if (drawn.itemID >= places_.size()) {
    FillRect(drawn.hDC, &drawn.rcItem, GetSysColorBrush(COLOR_WINDOW));
    return true;
  }
  const Place& place = places_[drawn.itemID];
  const bool closed = (drawn.itemState & ODS_COMBOBOXEDIT) != 0;
  draw_picture_item(drawn, place.picture, closed ? 0 : place.depth * 10);
  return true;
}

INT_PTR ExplorerDialog::handle_message(UINT message, WPARAM wparam, LPARAM lparam) {
  LRESULT result = 0;
  if (answer_query(message, wparam, lparam, result)) return answer(result);
  switch (message) {
    case WM_DRAWITEM:
      return draw(*reinterpret_cast<const DRAWITEMSTRUCT*>(lparam));
    case WM_VKEYTOITEM:
      if (reinterpret_cast<HWND>(lparam) != item(lst1)) return FALSE;
      list_key(LOWORD(wparam));
      return LOWORD(wparam) == VK_BACK ? -2 : -1;  // -2: the list does nothing
    case WM_SIZE:
      resize();
      return FALSE;
    case WM_GETMINMAXINFO:
      if (smallest_.cx == 0) return FALSE;
      reinterpret_cast<MINMAXINFO*>(lparam)->ptMinTrackSize = {smallest_.cx, smallest_.cy};
      return TRUE;
    default:
      return FileDialog::handle_message(message, wparam, lparam);
  }
}

void ExplorerDialog::remember_places() {
  if (!can_be_resized()) return;
  RECT area;
  GetClientRect(handle(), &area);
  designed_ = {area.right, area.bottom};
  GetWindowRect(handle(), &area);
  smallest_ = {area.right - area.left, area.bottom - area.top};
  for (HWND control = GetWindow(handle(), GW_CHILD); control != nullptr;
       control = GetWindow(control, GW_HWNDNEXT)) {
    GetWindowRect(control, &area);
    MapWindowPoints(nullptr, handle(), reinterpret_cast<POINT*>(&area), 2);
    anchored_.push_back({control, area, GetDlgCtrlID(control)});
  }
}

// The list takes what room there is; the rows below keep to the bottom, buttons to the right.
void ExplorerDialog::resize() {
  RECT area;
  GetClientRect(handle(), &area);
  const int dx = static_cast<int>(area.right - designed_.cx);
  const int dy = static_cast<int>(area.bottom - designed_.cy);
  if (area.right == 0) return;  // minimized
  for (const Anchored& anchor : anchored_) {
    const int id = anchor.id;
    const bool top_row = id == cmb2 || id == stc4 || id == kUp || id == kNewFolder;
    const bool moves_right = id == IDOK || id == IDCANCEL || id == pshHelp || id == kUp ||
                             id == kNewFolder || id == kSizeGrip;
    const bool grows = id == lst1 || id == edt1 || id == cmb1 || id == cmb2;
    const RECT& place = anchor.place;
    const bool moves_down = !top_row && id != lst1;
    SetWindowPos(anchor.control, nullptr, static_cast<int>(place.left) + (moves_right ? dx : 0),
                 static_cast<int>(place.top) + (moves_down ? dy : 0),
                 static_cast<int>(place.right - place.left) + (grows ? dx : 0),
                 static_cast<int>(place.bottom - place.top) + (id == lst1 ? dy : 0),
                 SWP_NOZORDER | SWP_NOACTIVATE);
  }
  InvalidateRect(item(lst1), nullptr, TRUE);
}

}  // namespace transom::comdlg
