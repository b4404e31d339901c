#include "comdlg32/print_dialog_ex.h"

#include <algorithm>

#include "comdlg32/dialog_layout.h"
#include "comdlg32/page_ranges.h"

namespace transom::comdlg {
namespace {

constexpr int kApply = psh3;
constexpr int kLowerX = 8, kLowerY = 92;  // where the child goes, in dialog units

DialogTemplate default_layout() {
  DialogLayout layout(u"Print", 288, 194);
  add_printer_group(layout, cmb4, u"Print to &file");
  layout.button(u"&Print", IDOK, {118, 174, 50, 14}, BS_DEFPUSHBUTTON | WS_GROUP)
      .button(u"Cancel", IDCANCEL, {174, 174, 50, 14})
      .button(u"&Apply", kApply, {230, 174, 50, 14});
  return layout.take();
}

// With the identifiers of the documented template.
DialogTemplate default_lower() {
  DialogLayout layout(u"", 280, 75, WS_CHILD | WS_VISIBLE | DS_CONTROL | DS_3DLOOK | DS_SETFONT);
  layout.group(u"Page Range", grp1, {0, 0, 149, 73}, WS_GROUP)
      .radio(u"A&ll", rad1, {7, 11, 48, 10}, WS_GROUP | WS_TABSTOP)
      .radio(u"Selec&tion", rad2, {7, 24, 48, 10})
      .radio(u"C&urrent Page", rad3, {58, 24, 62, 10})
      .radio(u"Pa&ges:", rad4, {7, 38, 40, 10})
      .edit(edt1, {58, 37, 86, 12}, WS_GROUP)
      .label(u"Page numbers and ranges, separated by commas, such as 1,5-12", stc1,
             {7, 53, 137, 18})
      .label(u"A single page number or a single range, such as 5-12", stc2, {7, 53, 137, 18})
      .group(u"Copies", grp2, {157, 0, 115, 73}, WS_GROUP)
      .label(u"Number of &copies:", stc3, {166, 14, 62, 10})
      .edit(edt2, {232, 12, 32, 12}, WS_GROUP | ES_NUMBER)
      .check_box(u"C&ollate", chx1, {166, 38, 48, 10}, WS_GROUP);
  return layout.take();
}

constexpr WCHAR kProperty[] = L"Transom.PrintDialogEx";

}  // namespace

DWORD PrintDialogEx::show(std::optional<DialogTemplate> lower) {
  lower_layout_ = std::move(lower);
  if (run(default_layout(), nullptr) == TRUE) return PD_RESULT_PRINT;
  return applied_ ? PD_RESULT_APPLY : PD_RESULT_CANCEL;
}

void PrintDialogEx::create_lower() {
  DialogTemplate layout = lower_layout_ ? *lower_layout_ : default_lower();
  layout.style =
      (layout.style & ~static_cast<DWORD>(WS_POPUP | WS_CAPTION)) | WS_CHILD | WS_VISIBLE;
  layout.ex_style |= WS_EX_CONTROLPARENT;
  layout.x = kLowerX;
  layout.y = kLowerY;
  const HINSTANCE module = has_flag(PD_ENABLEPRINTTEMPLATE) ? client_.hInstance : nullptr;
  lower_ = user::create_dialog({module, std::move(layout), handle(), lower_procedure,
                                reinterpret_cast<LPARAM>(this), encoding(), false});
}

INT_PTR CALLBACK PrintDialogEx::lower_procedure(HWND dialog, UINT message, WPARAM wparam,
                                                LPARAM lparam) {
  if (message == WM_INITDIALOG) SetPropW(dialog, kProperty, reinterpret_cast<HANDLE>(lparam));
  if (message == WM_NCDESTROY) RemovePropW(dialog, kProperty);
  if (message != WM_COMMAND) return FALSE;
  auto* self = static_cast<PrintDialogEx*>(GetPropW(dialog, kProperty));
  if (self != nullptr && self->alive()) self->on_lower(LOWORD(wparam), HIWORD(wparam));
  return TRUE;
}

bool PrintDialogEx::initialize() {
  fill_printers(*this, cmb4, choice_);
  set_option(chx1, client_.Flags, kPrintToFile);
  create_lower();
  if (lower_ == nullptr) return true;
  show_range();
  show_copies(copies(), client_, choice_);
  return true;
}

void PrintDialogEx::show_range() {
  const auto disable = [&](DWORD flag, std::initializer_list<int> ids) {
    if (!has_flag(flag)) return;
    for (const int id : ids) {
      if (const HWND control = lower(id)) EnableWindow(control, FALSE);
    }
  };
  disable(PD_NOSELECTION, {rad2});
  disable(PD_NOCURRENTPAGE, {rad3});
  disable(PD_NOPAGENUMS, {rad4, edt1});
  const int explanation = client_.nMaxPageRanges > 1 ? stc1 : stc2;
  for (const int id : {stc1, stc2}) {
    if (const HWND label = lower(id)) ShowWindow(label, id == explanation ? SW_SHOW : SW_HIDE);
  }
  show_ranges();
  int radio = rad1;
  if (has_flag(PD_PAGENUMS) && !has_flag(PD_NOPAGENUMS)) radio = rad4;
  if (has_flag(PD_CURRENTPAGE) && !has_flag(PD_NOCURRENTPAGE)) radio = rad3;
  if (has_flag(PD_SELECTION) && !has_flag(PD_NOSELECTION)) radio = rad2;
  CheckRadioButton(lower_, rad1, rad4, radio);
}

void PrintDialogEx::show_ranges() {
  if (client_.lpPageRanges == nullptr) return;
  const DWORD count = std::min(client_.nPageRanges, client_.nMaxPageRanges);
  const std::u16string ranges = page_ranges_text(client_.lpPageRanges, count);
  SetDlgItemTextW(lower_, edt1, base::as_wchar(ranges));
}

void PrintDialogEx::on_lower(WORD id, WORD code) {
  if (id >= rad1 && id <= rad4 && code == BN_CLICKED) CheckRadioButton(lower_, rad1, rad4, id);
  if (id == edt1 && code == EN_CHANGE && GetFocus() == lower(edt1)) {
    CheckRadioButton(lower_, rad1, rad4, rad4);
  }
}

bool PrintDialogEx::refuse(int id, const std::u16string& reason) {
  tell(reason, MB_OK | MB_ICONEXCLAMATION);
  if (alive()) SetFocus(lower(id));
  return false;
}

bool PrintDialogEx::take_pages() {
  if (!lower_checked(rad4)) return true;
  WCHAR typed[512]{};
  GetDlgItemTextW(lower_, edt1, typed, 512);
  const auto ranges = parse_page_ranges(base::as_char16(typed));
  if (!ranges || ranges->size() > client_.nMaxPageRanges) {
    return refuse(edt1, u"This is not a valid print range.");
  }
  for (const PRINTPAGERANGE& range : *ranges) {
    if (range.nFromPage >= client_.nMinPage && range.nToPage <= client_.nMaxPage) continue;
    return refuse(edt1, page_range_text(client_.nMinPage, client_.nMaxPage));
  }
  std::ranges::copy(*ranges, client_.lpPageRanges);
  client_.nPageRanges = static_cast<DWORD>(ranges->size());
  return true;
}

bool PrintDialogEx::take_copies() {
  return comdlg::take_copies(copies(), client_, choice_) || refuse(edt2, kCopiesRefused);
}

bool PrintDialogEx::store() {
  if (!take_pages() || !alive() || !take_copies() || !alive()) return false;
  client_.Flags &=
      ~static_cast<DWORD>(PD_PAGENUMS | PD_SELECTION | PD_CURRENTPAGE | PD_PRINTTOFILE);
  if (lower_checked(rad4)) client_.Flags |= PD_PAGENUMS;
  if (lower_checked(rad3)) client_.Flags |= PD_CURRENTPAGE;
  if (lower_checked(rad2)) client_.Flags |= PD_SELECTION;
  if (checked(chx1)) client_.Flags |= PD_PRINTTOFILE;
  return true;
}

void PrintDialogEx::on_command(WORD id, WORD code) {
  switch (id) {
    case kApply:
      if (!store()) return;
      applied_ = true;
      EnableWindow(item(kApply), FALSE);
      SetFocus(item(IDOK));
      return;
    case psh2:
      return edit_properties(*this, choice_);
    case cmb4:
      if (code == CBN_SELCHANGE) take_printer(*this, cmb4, choice_);
      return;
    default:
      return CommonDialog::on_command(id, code);
  }
}

void PrintDialogEx::accept() {
  if (store()) end(TRUE);
}

const char16_t* PrintDialogEx::help_on(int id) const {
  static constexpr HelpText kTexts[] = {
      {cmb4, u"The printers that there are."},
      {chx1, u"Prints into a file, whose name you are asked for."},
      {psh3, u"Keeps what you have chosen without printing."},
      {psh2, u"Chooses the printer's paper and orientation."}};
  return find_help(kTexts, id);
}

}  // namespace transom::comdlg
