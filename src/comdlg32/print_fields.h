// Fields that PrintDlg's and PrintDlgEx's dialogs share, in which they have different identifiers.
// The two structures have the same members for them, of different types.
#pragma once

#include <algorithm>

#include "comdlg32/printer_controls.h"

namespace transom::comdlg {

// Of chx1.
inline constexpr CommonDialog::OptionFlags kPrintToFile{PD_PRINTTOFILE, PD_DISABLEPRINTTOFILE,
                                                        PD_HIDEPRINTTOFILE};

std::u16string page_text(DWORD page);
// Why a page is refused.
std::u16string page_range_text(DWORD least, DWORD most);
inline constexpr char16_t kCopiesRefused[] =
    u"The 'Copies' value cannot be zero or empty, and no more than 9999.";

// How often, and whether collated; a program's template may lack either.
struct CopyFields {
  HWND dialog;
  int number;
  int collate;
};

// DEVMODE's number where the program gave one. What the driver would have to do and cannot is
// disabled.
template <class Client>
void show_copies(const CopyFields& fields, const Client& client, const PrinterChoice& choice) {
  const bool by_driver = (client.Flags & PD_USEDEVMODECOPIESANDCOLLATE) != 0;
  const int copies =
      client.hDevMode != nullptr ? choice.mode.dmCopies : static_cast<int>(client.nCopies);
  SetDlgItemInt(fields.dialog, fields.number, static_cast<UINT>(std::max(copies, 1)), FALSE);
  const bool collated =
      (client.Flags & PD_COLLATE) != 0 || (by_driver && choice.mode.dmCollate == DMCOLLATE_TRUE);
  CheckDlgButton(fields.dialog, fields.collate, collated ? BST_CHECKED : BST_UNCHECKED);
  if (!by_driver) return;
  EnableWindow(GetDlgItem(fields.dialog, fields.number), capability(choice.name(), DC_COPIES) > 1);
  EnableWindow(GetDlgItem(fields.dialog, fields.collate),
               capability(choice.name(), DC_COLLATE) > 0);
}

// Who makes the copies: the driver by its DEVMODE, or the program by the structure. False for a
// number that makes no sense.
template <class Client>
bool take_copies(const CopyFields& fields, Client& client, PrinterChoice& choice) {
  const bool by_driver = (client.Flags & PD_USEDEVMODECOPIESANDCOLLATE) != 0;
  const UINT copies = GetDlgItemInt(fields.dialog, fields.number, nullptr, FALSE);
  const bool has_field = GetDlgItem(fields.dialog, fields.number) != nullptr;
  if (has_field && (copies == 0 || copies > 9999)) return false;
  const bool collated = IsDlgButtonChecked(fields.dialog, fields.collate) == BST_CHECKED;
  const auto count = static_cast<WORD>(std::max(copies, 1u));
  client.nCopies = by_driver ? WORD{1} : count;
  choice.mode.dmCopies = by_driver ? static_cast<short>(count) : short{1};
  choice.mode.dmCollate = by_driver && collated ? DMCOLLATE_TRUE : DMCOLLATE_FALSE;
  choice.mode.dmFields |= DM_COPIES | DM_COLLATE;
  client.Flags &= ~static_cast<DWORD>(PD_COLLATE);
  if (!by_driver && collated) client.Flags |= PD_COLLATE;
  return true;
}

}  // namespace transom::comdlg
