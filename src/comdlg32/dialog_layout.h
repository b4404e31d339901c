// The dialogs' own templates, put together in memory. Places are in dialog units.
#pragma once

#include <string>

#include "base/win32.h"
#include "user32/dialog/template.h"

namespace transom::comdlg {

class DialogLayout {
 public:
  static constexpr char16_t kButton[] = u"Button", kEdit[] = u"Edit", kStatic[] = u"Static",
                            kListBox[] = u"ListBox", kScrollBar[] = u"ScrollBar",
                            kComboBox[] = u"ComboBox";
  struct Place {
    int x, y, width, height;
  };

  DialogLayout(std::u16string title, int width, int height,
               DWORD style = WS_POPUP | WS_CAPTION | WS_SYSMENU | WS_VISIBLE | DS_MODALFRAME |
                             DS_SETFONT | DS_3DLOOK | DS_CONTEXTHELP) {
    layout_.style = style;
    layout_.x = 8;
    layout_.y = 8;
    layout_.width = static_cast<short>(width);
    layout_.height = static_cast<short>(height);
    layout_.title = std::move(title);
    layout_.font = user::DialogFont{8, FW_NORMAL, false, DEFAULT_CHARSET, u"MS Shell Dlg"};
  }

  DialogLayout& item(const char16_t* window_class, const std::u16string& title, DWORD style, int id,
                     const Place& place, DWORD ex_style = 0) {
    user::DialogItem item;
    item.style = WS_CHILD | WS_VISIBLE | style;
    item.ex_style = ex_style;
    item.x = static_cast<short>(place.x);
    item.y = static_cast<short>(place.y);
    item.width = static_cast<short>(place.width);
    item.height = static_cast<short>(place.height);
    item.id = static_cast<DWORD>(id);
    item.window_class.name = window_class;
    item.title.name = title;
    layout_.items.push_back(std::move(item));
    return *this;
  }
  DialogLayout& label(const std::u16string& title, int id, const Place& place, DWORD style = 0) {
    return item(kStatic, title, SS_LEFT | WS_GROUP | style, id, place);
  }
  DialogLayout& edit(int id, const Place& place, DWORD style = 0) {
    return item(kEdit, u"", WS_TABSTOP | WS_BORDER | ES_AUTOHSCROLL | style, id, place);
  }
  DialogLayout& button(const std::u16string& title, int id, const Place& place, DWORD style = 0) {
    return item(kButton, title, WS_TABSTOP | style, id, place);
  }
  DialogLayout& check_box(const std::u16string& title, int id, const Place& place,
                          DWORD style = 0) {
    return button(title, id, place, BS_AUTOCHECKBOX | style);
  }
  DialogLayout& radio(const std::u16string& title, int id, const Place& place, DWORD style = 0) {
    return item(kButton, title, BS_AUTORADIOBUTTON | style, id, place);
  }
  DialogLayout& group(const std::u16string& title, int id, const Place& place, DWORD style = 0) {
    return item(kButton, title, BS_GROUPBOX | style, id, place);
  }
  DialogLayout& list(int id, const Place& place, DWORD style = 0) {
    return item(kListBox, u"", WS_TABSTOP | WS_BORDER | LBS_NOTIFY | style, id, place);
  }
  DialogLayout& combo(int id, const Place& place, DWORD style = CBS_DROPDOWNLIST) {
    return item(kComboBox, u"", WS_TABSTOP | WS_VSCROLL | style, id, place);
  }

  user::DialogTemplate take() { return std::move(layout_); }

 private:
  user::DialogTemplate layout_;
};

}  // namespace transom::comdlg
