// The property sheet: a dialog that shows one of its pages at a time, behind tabs or, as a wizard,
// in a sequence.
//
// Contract
//  - The sheet is an ordinary dialog box; its pages are modeless child dialogs, made when they are
//    first shown (PSP_PREMATURE: with the sheet).
//  - Every notification and callback may destroy the sheet: afterwards ask alive(). The object
//  stays
//    as long as a call of it is under way.
//  - A modal sheet ends its loop, is hidden and destroyed; a modeless one answers
//    PSM_GETCURRENTPAGEHWND with null from then on, and its program destroys it.
// https://learn.microsoft.com/windows/win32/controls/property-sheets
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "comctl32/property_sheet/page.h"

namespace transom::comctl {

// Of the sheet's controls; the common ones are IDOK, IDCANCEL and IDHELP.
enum SheetControl : int {
  kTabs = 0x3020,
  kApply = 0x3021,
  kBack = 0x3023,
  kNext = 0x3024,
  kFinish = 0x3025,
  kLine = 0x3026,
  kHeaderLine = 0x3027,
};

struct SheetPage {
  HPROPSHEETPAGE handle;
  PagePointer page;
  HWND window = nullptr;
  bool changed = false;
};

// PROPSHEETHEADER in one encoding.
struct SheetRequest {
  DWORD flags = 0;
  HWND owner = nullptr;
  std::u16string caption;
  std::u16string start_name;  // PSH_USEPSTARTPAGE
  UINT start = 0;
  HICON icon = nullptr;
  bool owns_icon = false;
  PFNPROPSHEETCALLBACK callback = nullptr;
  HBITMAP header_bitmap = nullptr;
  HBITMAP watermark = nullptr;
  std::vector<HPROPSHEETPAGE> pages;
};

class PropertySheet : public std::enable_shared_from_this<PropertySheet> {
 public:
  explicit PropertySheet(SheetRequest request);
  ~PropertySheet();

  // Null where it could not be made.
  HWND create();
  static std::shared_ptr<PropertySheet> of(HWND sheet);

  bool alive() const { return handle != nullptr; }
  bool has_flag(DWORD flag) const { return (request.flags & flag) != 0; }
  bool wizard() const { return has_flag(PSH_WIZARD | PSH_WIZARD97 | PSH_WIZARD_LITE); }
  bool modeless() const { return has_flag(PSH_MODELESS); }
  HWND item(int id) const { return GetDlgItem(handle, id); }
  void answer(LRESULT value) const {
    SetWindowLongPtrW(handle, DWLP_MSGRESULT, static_cast<LONG_PTR>(value));
  }
  void call_back(UINT message, LPARAM lparam = 0) const;

  // --- sheet_pages.cpp
  int count() const { return static_cast<int>(pages.size()); }
  bool has(int index) const { return index >= 0 && index < count(); }
  SheetPage& at(int index) { return pages[static_cast<std::size_t>(index)]; }
  int index_of(HPROPSHEETPAGE page) const;
  int index_of(HWND window) const;
  int index_of_resource(LPARAM id) const;
  bool insert(int index, HPROPSHEETPAGE page);
  void add_tabs();  // of the pages that were there before the window
  void remove(int index);
  bool make_window(int index);
  LRESULT notify(int index, UINT code, LPARAM lparam = 0);
  // True where the active page may be left (PSN_KILLACTIVE).
  bool may_leave();
  // Without asking the page that is left; -1 or 1 is where to go on when a page wants to be
  // skipped.
  void show(int index, int direction);
  bool select(int index);  // with PSN_KILLACTIVE
  void focus_page();

  // --- sheet_layout.cpp
  user::DialogTemplate layout() const;
  void measure_pages();
  void arrange();
  void place_page(int index);
  void draw_header(HDC dc);

  // --- sheet_buttons.cpp
  bool apply(bool closing);
  void press(int button);  // PSBTN_
  void cancel(bool by_close_box);
  void end(INT_PTR outcome);
  void update_apply();
  void set_wizard_buttons(DWORD which);
  void go(int direction);
  void finish();
  void set_title(const std::u16string& text, bool with_prefix);

  // --- sheet_messages.cpp
  bool is_dialog_message(MSG& message);

  SheetRequest request;
  HWND handle = nullptr;
  std::vector<SheetPage> pages;
  int active = -1;
  SIZE page_size{};  // of the largest, in pixels
  RECT page_area{};
  bool ended = false;
  INT_PTR result = 0;
  bool saved = false;  // by Apply
  INT_PTR restart = 0;
  HIMAGELIST icons = nullptr;
  HFONT bold = nullptr;
};

// --- exterior_page.cpp
void make_exterior(HWND page);

struct SheetEntry {
  UINT message;
  // True where the message is dealt with; its result, if it has one, is answered.
  bool (*handler)(PropertySheet& sheet, WPARAM wparam, LPARAM lparam);
};
std::span<const SheetEntry> sheet_entries();

}  // namespace transom::comctl
