// The messages that programs send to a sheet, and those of its own controls.
#include "comctl32/property_sheet/sheet.h"

namespace transom::comctl {
namespace {

HPROPSHEETPAGE page_handle(LPARAM value) {
  return reinterpret_cast<HPROPSHEETPAGE>(value);
}

// An index, or a page, which takes precedence.
int chosen(const PropertySheet& sheet, WPARAM index, LPARAM page) {
  if (page != 0) return sheet.index_of(page_handle(page));
  return index < sheet.pages.size() ? static_cast<int>(index) : -1;
}

bool on_command(PropertySheet& sheet, WPARAM wparam, LPARAM) {
  switch (LOWORD(wparam)) {
    case IDOK:
      sheet.press(PSBTN_OK);
      return true;
    case IDCANCEL:
      sheet.press(PSBTN_CANCEL);
      return true;
    case kApply:
      sheet.press(PSBTN_APPLYNOW);
      return true;
    case IDHELP:
      sheet.press(PSBTN_HELP);
      return true;
    case kBack:
      sheet.press(PSBTN_BACK);
      return true;
    case kNext:
      sheet.press(PSBTN_NEXT);
      return true;
    case kFinish:
      sheet.press(PSBTN_FINISH);
      return true;
    default:
      return false;
  }
}

// The tabs': leaving a page asks it, and the tab follows what is shown then.
bool on_notify(PropertySheet& sheet, WPARAM, LPARAM lparam) {
  const auto* header = reinterpret_cast<const NMHDR*>(lparam);
  if (header == nullptr || header->hwndFrom != sheet.item(kTabs)) return false;
  if (header->code == TCN_SELCHANGING) {
    const bool may = sheet.may_leave();
    if (sheet.alive()) sheet.answer(may ? FALSE : TRUE);
    return true;
  }
  if (header->code != TCN_SELCHANGE) return false;
  const auto index = static_cast<int>(SendMessageW(header->hwndFrom, TCM_GETCURSEL, 0, 0));
  sheet.show(index, index >= sheet.active ? 1 : -1);
  return true;
}

bool on_close(PropertySheet& sheet, WPARAM, LPARAM) {
  if (IsWindowEnabled(sheet.item(IDCANCEL))) sheet.cancel(true);
  return true;
}

bool on_erase(PropertySheet& sheet, WPARAM wparam, LPARAM) {
  if (!sheet.has_flag(PSH_WIZARD97)) return false;
  const auto dc = reinterpret_cast<HDC>(wparam);
  RECT client{};
  GetClientRect(sheet.handle, &client);
  FillRect(dc, &client, GetSysColorBrush(COLOR_BTNFACE));
  sheet.draw_header(dc);
  sheet.answer(TRUE);
  return true;
}

bool on_add(PropertySheet& sheet, WPARAM, LPARAM page) {
  sheet.answer(sheet.insert(sheet.count(), page_handle(page)));
  return true;
}

constexpr WPARAM kLargestIndex = 0xFFFF;  // MAXUSHORT

// Below that an index, else the page after which it comes.
bool on_insert(PropertySheet& sheet, WPARAM where, LPARAM page) {
  int index = static_cast<int>(std::min<WPARAM>(where, sheet.pages.size()));
  if (where >= kLargestIndex) index = sheet.index_of(page_handle(static_cast<LPARAM>(where))) + 1;
  sheet.answer((where < kLargestIndex || index > 0) && sheet.insert(index, page_handle(page)));
  return true;
}

bool on_remove(PropertySheet& sheet, WPARAM index, LPARAM page) {
  sheet.remove(chosen(sheet, index, page));
  return true;
}

bool on_select(PropertySheet& sheet, WPARAM index, LPARAM page) {
  const bool done = sheet.select(chosen(sheet, index, page));
  if (sheet.alive()) sheet.answer(done);
  return true;
}

bool on_select_by_id(PropertySheet& sheet, WPARAM, LPARAM id) {
  const bool done = sheet.select(sheet.index_of_resource(id));
  if (sheet.alive()) sheet.answer(done);
  return true;
}

template <bool kChanged>
bool on_changed(PropertySheet& sheet, WPARAM page, LPARAM) {
  const int index = sheet.index_of(reinterpret_cast<HWND>(page));
  if (index >= 0) sheet.at(index).changed = kChanged;
  sheet.update_apply();
  return true;
}

bool on_restart(PropertySheet& sheet, WPARAM, LPARAM) {
  sheet.restart |= ID_PSRESTARTWINDOWS;
  return true;
}
// Supersedes the former: its bits include them.
bool on_reboot(PropertySheet& sheet, WPARAM, LPARAM) {
  sheet.restart |= ID_PSREBOOTSYSTEM;
  return true;
}

// https://learn.microsoft.com/windows/win32/controls/psm-canceltoclose
bool on_cancel_to_close(PropertySheet& sheet, WPARAM, LPARAM) {
  SetWindowTextW(sheet.item(IDOK), L"Close");
  if (GetFocus() == sheet.item(IDCANCEL)) SetFocus(sheet.item(IDOK));
  EnableWindow(sheet.item(IDCANCEL), FALSE);
  return true;
}

// https://learn.microsoft.com/windows/win32/controls/psm-querysiblings
bool on_query_siblings(PropertySheet& sheet, WPARAM wparam, LPARAM lparam) {
  LRESULT answer = 0;
  for (int index = 0; sheet.alive() && answer == 0 && index < sheet.count(); ++index) {
    const HWND window = sheet.at(index).window;
    if (window != nullptr) answer = user::send_message(window, PSM_QUERYSIBLINGS, wparam, lparam);
  }
  if (sheet.alive()) sheet.answer(answer);
  return true;
}

bool on_apply(PropertySheet& sheet, WPARAM, LPARAM) {
  const bool done = sheet.apply(false);
  if (sheet.alive()) sheet.answer(done);
  return true;
}

template <Encoding kEncoding>
bool on_set_title(PropertySheet& sheet, WPARAM style, LPARAM text) {
  const auto module = reinterpret_cast<HINSTANCE>(GetWindowLongPtrW(sheet.handle, GWLP_HINSTANCE));
  sheet.set_title(text_or_resource(reinterpret_cast<LPCWSTR>(text), module, kEncoding),
                  (style & PSH_PROPTITLE) != 0);
  return true;
}

bool on_set_buttons(PropertySheet& sheet, WPARAM, LPARAM which) {
  if (sheet.wizard()) sheet.set_wizard_buttons(static_cast<DWORD>(which));
  return true;
}

// https://learn.microsoft.com/windows/win32/controls/psm-setfinishtext
template <bool kAnsi>
bool on_set_finish_text(PropertySheet& sheet, WPARAM, LPARAM text) {
  if (!sheet.wizard()) return true;
  if (text != 0) SetWindowTextW(sheet.item(kFinish), base::as_wchar(text_of(text, kAnsi)));
  sheet.set_wizard_buttons(PSWIZB_FINISH);
  for (const int id : {kBack, kNext}) ShowWindow(sheet.item(id), SW_HIDE);
  return true;
}

bool on_press(PropertySheet& sheet, WPARAM button, LPARAM) {
  sheet.press(static_cast<int>(button));
  return true;
}

bool on_get_tabs(PropertySheet& sheet, WPARAM, LPARAM) {
  sheet.answer(reinterpret_cast<LRESULT>(sheet.item(kTabs)));
  return true;
}

bool on_is_dialog_message(PropertySheet& sheet, WPARAM, LPARAM message) {
  const bool done = message != 0 && sheet.is_dialog_message(*reinterpret_cast<MSG*>(message));
  if (sheet.alive()) sheet.answer(done);
  return true;
}

bool on_current_page(PropertySheet& sheet, WPARAM, LPARAM) {
  const bool there = !sheet.ended && sheet.has(sheet.active);
  sheet.answer(there ? reinterpret_cast<LRESULT>(sheet.at(sheet.active).window) : 0);
  return true;
}

bool on_result(PropertySheet& sheet, WPARAM, LPARAM) {
  sheet.answer(sheet.ended ? sheet.result : -1);
  return true;
}

bool on_window_to_index(PropertySheet& sheet, WPARAM window, LPARAM) {
  sheet.answer(sheet.index_of(reinterpret_cast<HWND>(window)));
  return true;
}
bool on_page_to_index(PropertySheet& sheet, WPARAM, LPARAM page) {
  sheet.answer(sheet.index_of(page_handle(page)));
  return true;
}
bool on_id_to_index(PropertySheet& sheet, WPARAM, LPARAM id) {
  sheet.answer(sheet.index_of_resource(id));
  return true;
}
template <auto kMember>
bool on_index_to(PropertySheet& sheet, WPARAM index, LPARAM) {
  const int at = chosen(sheet, index, 0);
  sheet.answer(at >= 0 ? reinterpret_cast<LRESULT>(sheet.at(at).*kMember) : 0);
  return true;
}
bool on_index_to_id(PropertySheet& sheet, WPARAM index, LPARAM) {
  const int at = chosen(sheet, index, 0);
  sheet.answer(at >= 0 ? sheet.at(at).page->resource_id() : 0);
  return true;
}

bool on_measure_again(PropertySheet& sheet, WPARAM, LPARAM) {
  sheet.measure_pages();
  sheet.arrange();
  if (sheet.alive()) sheet.answer(TRUE);
  return true;
}

constexpr SheetEntry kEntries[] = {
    {WM_COMMAND, on_command},
    {WM_NOTIFY, on_notify},
    {WM_CLOSE, on_close},
    {WM_ERASEBKGND, on_erase},
    {PSM_ADDPAGE, on_add},
    {PSM_INSERTPAGE, on_insert},
    {PSM_REMOVEPAGE, on_remove},
    {PSM_SETCURSEL, on_select},
    {PSM_SETCURSELID, on_select_by_id},
    {PSM_CHANGED, on_changed<true>},
    {PSM_UNCHANGED, on_changed<false>},
    {PSM_RESTARTWINDOWS, on_restart},
    {PSM_REBOOTSYSTEM, on_reboot},
    {PSM_CANCELTOCLOSE, on_cancel_to_close},
    {PSM_QUERYSIBLINGS, on_query_siblings},
    {PSM_APPLY, on_apply},
    {PSM_SETTITLEA, on_set_title<Encoding::kAnsi>},
    {PSM_SETTITLEW, on_set_title<Encoding::kUnicode>},
    {PSM_SETWIZBUTTONS, on_set_buttons},
    {PSM_SETFINISHTEXTA, on_set_finish_text<true>},
    {PSM_SETFINISHTEXTW, on_set_finish_text<false>},
    {PSM_PRESSBUTTON, on_press},
    {PSM_GETTABCONTROL, on_get_tabs},
    {PSM_ISDIALOGMESSAGE, on_is_dialog_message},
    {PSM_GETCURRENTPAGEHWND, on_current_page},
    {PSM_GETRESULT, on_result},
    {PSM_HWNDTOINDEX, on_window_to_index},
    {PSM_INDEXTOHWND, on_index_to<&SheetPage::window>},
    {PSM_PAGETOINDEX, on_page_to_index},
    {PSM_INDEXTOPAGE, on_index_to<&SheetPage::handle>},
    {PSM_IDTOINDEX, on_id_to_index},
    {PSM_INDEXTOID, on_index_to_id},
    {PSM_RECALCPAGESIZES, on_measure_again},
};

// Ctrl with Tab or a Page key goes round the pages, with Shift backwards. 0: another key.
int turning(const MSG& message) {
  if (message.message != WM_KEYDOWN || GetKeyState(VK_CONTROL) >= 0) return 0;
  switch (message.wParam) {
    case VK_TAB:
      return GetKeyState(VK_SHIFT) < 0 ? -1 : 1;
    case VK_NEXT:
      return 1;
    case VK_PRIOR:
      return -1;
    default:
      return 0;
  }
}

}  // namespace

// https://learn.microsoft.com/windows/win32/controls/psn-translateaccelerator
bool PropertySheet::is_dialog_message(MSG& message) {
  const bool inside = message.hwnd == handle || IsChild(handle, message.hwnd);
  const bool key = message.message >= WM_KEYFIRST && message.message <= WM_KEYLAST;
  if (inside && key) {
    const LRESULT answer =
        notify(active, PSN_TRANSLATEACCELERATOR, reinterpret_cast<LPARAM>(&message));
    if (!alive() || answer == PSNRET_MESSAGEHANDLED) return true;
    if (const int step = turning(message); step != 0 && !wizard() && count() > 0) {
      select((active + step + count()) % count());
      return true;
    }
  }
  return IsDialogMessageW(handle, &message) != FALSE;
}

std::span<const SheetEntry> sheet_entries() {
  return kEntries;
}

}  // namespace transom::comctl
