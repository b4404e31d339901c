// The extended combo box: a combo box whose items have images, and an edit control beside the
// image.
//
// Contract
//  - A child combo box, owner drawn and without strings, shows the list; what its items are is kept
//    here, in the same order. Its WM_COMMAND goes on to the parent as the control's own.
//  - With CBS_DROPDOWN an edit control lies over the combo box's selection field. CBEN_BEGINEDIT
//  when it
//    gets the focus; CBEN_ENDEDIT when it loses it, and with Enter, Escape, and the list.
//  - Every notification may destroy the control: afterwards ask alive().
// https://learn.microsoft.com/windows/win32/controls/comboboxex-controls
#pragma once

#include <vector>

#include "comctl32/common_control.h"

namespace transom::comctl {

struct ComboItem {
  std::u16string text;
  bool text_callback = false;
  int image = -1;  // I_IMAGECALLBACK and I_INDENTCALLBACK: the program's to know
  int selected_image = -1;
  int overlay = 0;
  int indent = 0;
  LPARAM data = 0;
};

class ComboBoxEx : public CommonControl {
 public:
  explicit ComboBoxEx(user::Window& window) : CommonControl(window) {}

  bool has(INT_PTR index) const {
    return index >= 0 && static_cast<std::size_t>(index) < items.size();
  }
  // -1: what stands in the edit control.
  ComboItem* at(INT_PTR index) {
    if (index == -1) return &edit_item;
    return has(index) ? &items[static_cast<std::size_t>(index)] : nullptr;
  }
  INT_PTR current() const { return SendMessageW(combo, CB_GETCURSEL, 0, 0); }

  // --- items.cpp
  LRESULT tell_item(UINT code, INT_PTR index, const ComboItem& item);
  std::u16string text_of_item(INT_PTR index);
  // An image, its overlay, or an indent of an item (CBEIF_).
  int number_of(INT_PTR index, UINT which);
  INT_PTR find_text(const std::u16string& text, INT_PTR after = -1);

  // --- combo_box_ex.cpp
  bool images_in_edit() const {
    return images != nullptr && (extended_style & CBES_EX_NOEDITIMAGE) == 0;
  }
  void lay_out();
  void show_current();  // in the edit control

  // --- editing.cpp
  void watch_edit();
  bool end_edit(int why);

  HWND combo = nullptr;
  HWND edit = nullptr;  // of CBS_DROPDOWN
  std::vector<ComboItem> items;
  ComboItem edit_item;
  HIMAGELIST images = nullptr;
  DWORD extended_style = 0;
  int dropped_height = 0;
  bool editing = false;       // CBEN_BEGINEDIT has been told
  bool edit_changed = false;  // by the user
  bool own_change = false;    // the control itself sets the text
};

std::span<const ControlEntry<ComboBoxEx>> combo_ex_item_entries();
std::span<const ControlEntry<ComboBoxEx>> combo_ex_edit_entries();

}  // namespace transom::comctl
