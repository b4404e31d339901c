#include "comdlg32/print_dialog.h"

#include <algorithm>

#include "comdlg32/dialog_layout.h"

namespace transom::comdlg {
namespace {

DialogTemplate default_layout() {
  DialogLayout layout(u"Print", 288, 186);
  add_printer_group(layout, cmb4, u"Print to fi&le");
  layout.group(u"Print range", grp1, {8, 92, 144, 64}, WS_GROUP)
      .radio(u"&All", rad1, {16, 106, 64, 12}, WS_GROUP | WS_TABSTOP)
      .radio(u"Pa&ges", rad3, {16, 122, 36, 12})
      .radio(u"&Selection", rad2, {16, 138, 64, 12})
      .label(u"&from:", stc2, {54, 124, 18, 8}, SS_RIGHT)
      .edit(edt1, {74, 122, 26, 12}, WS_GROUP | ES_NUMBER)
      .label(u"&to:", stc3, {102, 124, 14, 8}, SS_RIGHT)
      .edit(edt2, {118, 122, 26, 12}, WS_GROUP | ES_NUMBER)
      .group(u"Copies", grp2, {160, 92, 120, 64}, WS_GROUP)
      .label(u"Number of &copies:", stc5, {168, 108, 68, 8})
      .edit(edt3, {240, 106, 32, 12}, WS_GROUP | ES_NUMBER)
      .item(DialogLayout::kStatic, u"", SS_SIMPLE | WS_GROUP, ico3, {168, 124, 68, 26})
      .check_box(u"C&ollate", chx2, {238, 132, 38, 12}, WS_GROUP)
      .button(u"OK", IDOK, {180, 164, 48, 14}, BS_DEFPUSHBUTTON | WS_GROUP)
      .button(u"Cancel", IDCANCEL, {232, 164, 48, 14})
      .button(u"&Help", pshHelp, {8, 164, 48, 14});
  return layout.take();
}

constexpr WORD kNoPage = 0xFFFF;  // an edit control that is empty

}  // namespace

INT_PTR PrintDialog::show(std::optional<DialogTemplate> replacement) {
  const HINSTANCE module = has_flag(PD_ENABLEPRINTTEMPLATE) ? client_.hInstance : nullptr;
  return replacement ? run(std::move(*replacement), module) : run(default_layout(), nullptr);
}

bool PrintDialog::initialize() {
  take_over_painting(ico3);
  fill_printers(*this, cmb4, choice_);
  show_range();
  show_copies();
  set_option(chx1, client_.Flags, kPrintToFile);
  show_item(pshHelp, has_flag(PD_SHOWHELP));
  show_item(psh14, false);  // the Network button of a template
  return true;
}

// Documented: where the smallest and the largest page are the same there are no pages to choose.
void PrintDialog::show_range() {
  const bool no_pages = has_flag(PD_NOPAGENUMS) || client_.nMinPage == client_.nMaxPage;
  for (const int id : {int{rad3}, int{stc2}, int{edt1}, int{stc3}, int{edt2}}) {
    if (const HWND control = item(id)) EnableWindow(control, !no_pages);
  }
  if (has_flag(PD_NOSELECTION)) EnableWindow(item(rad2), FALSE);
  if (!no_pages && client_.nFromPage != kNoPage) set_item_text(edt1, page_text(client_.nFromPage));
  if (!no_pages && client_.nToPage != kNoPage) set_item_text(edt2, page_text(client_.nToPage));
  const bool pages = has_flag(PD_PAGENUMS) && !no_pages;
  const bool selection = has_flag(PD_SELECTION) && !has_flag(PD_NOSELECTION);
  CheckRadioButton(handle(), rad1, rad3, pages ? rad3 : selection ? rad2 : rad1);
}

void PrintDialog::show_copies() {
  comdlg::show_copies(copies(), client_, choice_);
}

void PrintDialog::select_range(int radio) {
  CheckRadioButton(handle(), rad1, rad3, radio);
  if (radio != rad3 || GetFocus() != item(rad3)) return;
  SendMessageW(handle(), WM_NEXTDLGCTL, reinterpret_cast<WPARAM>(item(edt1)), TRUE);
}

void PrintDialog::on_printer() {
  take_printer(*this, cmb4, choice_);
  show_copies();
}

void PrintDialog::on_command(WORD id, WORD code) {
  switch (id) {
    case psh2:
      return edit_properties(*this, choice_);
    case rad1:
    case rad2:
    case rad3:
      if (code == BN_CLICKED) select_range(id);
      return;
    case edt1:
    case edt2:
      // Who types a page number means pages.
      if (code == EN_CHANGE && GetFocus() == item(id)) CheckRadioButton(handle(), rad1, rad3, rad3);
      return;
    case chx2:
      InvalidateRect(item(ico3), nullptr, TRUE);
      return;
    case cmb4:
      if (code == CBN_SELCHANGE) on_printer();
      return;
    default:
      return CommonDialog::on_command(id, code);
  }
}

bool PrintDialog::refuse(int id, const std::u16string& reason) {
  tell(reason, MB_OK | MB_ICONEXCLAMATION);
  if (!alive()) return false;
  SetFocus(item(id));
  send(id, EM_SETSEL, 0, -1);
  return false;
}

bool PrintDialog::take_page(int id, WORD& page) {
  WINBOOL is_number = FALSE;
  const UINT value = GetDlgItemInt(handle(), id, &is_number, FALSE);
  if (!is_number || value < client_.nMinPage || value > client_.nMaxPage) {
    return refuse(id, page_range_text(client_.nMinPage, client_.nMaxPage));
  }
  page = static_cast<WORD>(value);
  return true;
}

// An empty "to" is the same page as "from".
bool PrintDialog::take_pages() {
  if (!checked(rad3)) return true;
  WORD from = 0, to = 0;
  if (!take_page(edt1, from)) return false;
  to = from;
  if (!item_text(edt2).empty() && !take_page(edt2, to)) return false;
  if (from > to) {
    return refuse(edt1, u"The 'From' value cannot be greater than the 'To' value.");
  }
  client_.nFromPage = from;
  client_.nToPage = to;
  return true;
}

bool PrintDialog::take_copies() {
  return comdlg::take_copies(copies(), client_, choice_) || refuse(edt3, kCopiesRefused);
}

void PrintDialog::accept() {
  if (!take_pages() || !alive() || !take_copies() || !alive()) return;
  client_.Flags &= ~static_cast<DWORD>(PD_PAGENUMS | PD_SELECTION | PD_PRINTTOFILE);
  if (checked(rad3)) client_.Flags |= PD_PAGENUMS;
  if (checked(rad2)) client_.Flags |= PD_SELECTION;
  if (checked(chx1)) client_.Flags |= PD_PRINTTOFILE;
  end(TRUE);
}

// Two sets of three pages, in the order in which they come out: the last one lies at the bottom.
void PrintDialog::paint(int, HDC dc, const RECT& area) {
  FillRect(dc, &area, GetSysColorBrush(COLOR_BTNFACE));
  const auto height = static_cast<int>(area.bottom);
  const int sheet = height * 5 / 8, width = sheet * 3 / 4, step = height / 7;
  const HGDIOBJ old = SelectObject(dc, reinterpret_cast<HFONT>(send(ico3, WM_GETFONT)));
  SetBkMode(dc, TRANSPARENT);
  const int sets = checked(chx2) ? 2 : 3, sheets = checked(chx2) ? 3 : 2;
  for (int set = 0; set < sets; ++set) {
    const int left = set * static_cast<int>(area.right) / sets;
    for (int number = sheets; number > 0; --number) {
      const int offset = (number - 1) * step;
      RECT page{left + offset, height - sheet - offset, left + offset + width, height - offset};
      FillRect(dc, &page, GetSysColorBrush(COLOR_WINDOW));
      FrameRect(dc, &page, static_cast<HBRUSH>(GetStockObject(BLACK_BRUSH)));
      const std::u16string digit = page_text(static_cast<DWORD>(checked(chx2) ? number : set + 1));
      page.right -= 2;
      DrawTextW(dc, base::as_wchar(digit), 1, &page, DT_SINGLELINE | DT_RIGHT | DT_BOTTOM);
    }
  }
  SelectObject(dc, old);
}

const char16_t* PrintDialog::help_on(int id) const {
  static constexpr HelpText kTexts[] = {
      {cmb4, u"The printers that there are."},
      {chx1, u"Prints into a file, whose name you are asked for."},
      {rad1, u"Prints everything."},
      {rad2, u"Prints what is selected."},
      {rad3, u"Prints the pages from one number to another."},
      {edt1, u"The first page to print."},
      {edt2, u"The last page to print."},
      {edt3, u"How often everything is printed."},
      {chx2, u"Prints the pages of one copy before those of the next."},
      {psh2, u"Chooses the printer's paper and orientation."}};
  return find_help(kTexts, id);
}

}  // namespace transom::comdlg
