// A page of a property sheet, before it is in one and while it is: what an HPROPSHEETPAGE stands
// for.
//
// Contract
//  - The program's structure is copied, with its texts and with whatever it keeps behind the
//  members
//    that we know. The copy is what WM_INITDIALOG and the page's callback get, always at the same
//    address.
//  - Handles are looked up, never followed: a dead one is refused. They are larger than any index,
//    since PSM_INSERTPAGE takes either.
//  - A sheet owns its pages once they are in it, and ends them with itself.
// https://learn.microsoft.com/windows/win32/controls/property-sheets
#pragma once

#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "comctl32/common_control.h"
#include "user32/dialog/dialog_state.h"

namespace transom::comctl {

using user::Encoding;

// A text of a structure: its own, or a string resource's.
std::u16string text_or_resource(LPCWSTR text, HINSTANCE module, Encoding encoding);

class PropertyPage {
 public:
  PropertyPage(const PROPSHEETPAGEW& given, Encoding encoding);
  ~PropertyPage();
  PropertyPage(const PropertyPage&) = delete;
  PropertyPage& operator=(const PropertyPage&) = delete;

  DWORD flags() const { return about().dwFlags; }
  bool has_flag(DWORD flag) const { return (about().dwFlags & flag) != 0; }
  // What PSM_SETCURSELID and its company call the page: its template's number or address.
  LPARAM resource_id() const { return reinterpret_cast<LPARAM>(about().pszTemplate); }
  std::optional<user::DialogTemplate> load_template() const;
  // Of the tab.
  std::u16string title() const;
  std::u16string header_title() const;
  std::u16string header_subtitle() const;
  // A copy, which the caller destroys; null for none.
  HICON load_icon() const;
  // The page's window, hidden; null where it cannot be made or the page's callback forbids it.
  HWND create(HWND sheet);

  bool in_sheet = false;  // the sheet ends it, and no other takes it

 private:
  // Both encodings' structures differ in the type of their texts only.
  const PROPSHEETPAGEW& about() const {
    return *reinterpret_cast<const PROPSHEETPAGEW*>(&copy_[0]);
  }
  PROPSHEETPAGEW& about() { return *reinterpret_cast<PROPSHEETPAGEW*>(&copy_[0]); }
  void keep_text(LPCWSTR& text);
  UINT call_back(UINT action);

  Encoding encoding_;
  std::vector<std::byte> copy_;
  std::list<std::string> ansi_texts_;
  std::list<std::u16string> texts_;
};

using PagePointer = std::shared_ptr<PropertyPage>;

// Null with ERROR_INVALID_PARAMETER set for a structure too short.
HPROPSHEETPAGE add_page(const PROPSHEETPAGEW* given, Encoding encoding);
PagePointer find_page(HPROPSHEETPAGE handle);
// The handle is dead from now on.
PagePointer remove_page(HPROPSHEETPAGE handle);

}  // namespace transom::comctl
