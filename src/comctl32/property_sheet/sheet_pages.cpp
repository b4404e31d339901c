// The pages of a sheet: which there are and which one is shown.
#include <algorithm>

#include "comctl32/property_sheet/sheet.h"

namespace transom::comctl {
namespace {

bool is_within(HWND outer, HWND inner) {
  return inner != nullptr && (outer == inner || IsChild(outer, inner));
}

int add_icon(PropertySheet& sheet, const PropertyPage& page) {
  const HICON icon = page.load_icon();
  if (icon == nullptr) return -1;
  if (sheet.icons == nullptr) {
    sheet.icons = ImageList_Create(GetSystemMetrics(SM_CXSMICON), GetSystemMetrics(SM_CYSMICON),
                                   ILC_COLOR32 | ILC_MASK, 1, 4);
    SendMessageW(sheet.item(kTabs), TCM_SETIMAGELIST, 0, reinterpret_cast<LPARAM>(sheet.icons));
  }
  const int index = ImageList_ReplaceIcon(sheet.icons, -1, icon);
  DestroyIcon(icon);
  return index;
}

void add_tab(PropertySheet& sheet, int index) {
  const PropertyPage& page = *sheet.at(index).page;
  std::u16string title = page.title();
  TCITEMW tab{};
  tab.mask = TCIF_TEXT | TCIF_IMAGE;
  tab.pszText = base::as_wchar(title.data());
  tab.iImage = add_icon(sheet, page);
  SendMessageW(sheet.item(kTabs), TCM_INSERTITEMW, static_cast<WPARAM>(index),
               reinterpret_cast<LPARAM>(&tab));
}

// Which page to show instead of one that answered PSN_SETACTIVE so.
int instead_of(const PropertySheet& sheet, int index, LRESULT answer, int direction) {
  if (answer == -1) return index + direction;
  return sheet.index_of_resource(answer);
}

}  // namespace

int PropertySheet::index_of(HPROPSHEETPAGE page) const {
  const auto found = std::ranges::find(pages, page, &SheetPage::handle);
  return found != pages.end() ? static_cast<int>(found - pages.begin()) : -1;
}

int PropertySheet::index_of(HWND window) const {
  if (window == nullptr) return -1;
  const auto found = std::ranges::find(pages, window, &SheetPage::window);
  return found != pages.end() ? static_cast<int>(found - pages.begin()) : -1;
}

int PropertySheet::index_of_resource(LPARAM id) const {
  const auto found = std::ranges::find_if(
      pages, [&](const SheetPage& each) { return each.page->resource_id() == id; });
  return found != pages.end() ? static_cast<int>(found - pages.begin()) : -1;
}

bool PropertySheet::insert(int index, HPROPSHEETPAGE page_handle) {
  const PagePointer page = find_page(page_handle);
  // Documented: no more than 99.
  if (page == nullptr || page->in_sheet || count() >= MAXPROPPAGES - 1) return false;
  page->in_sheet = true;
  index = std::clamp(index, 0, count());
  pages.insert(pages.begin() + index, {page_handle, page});
  if (active >= index) ++active;
  if (!alive()) return true;
  add_tab(*this, index);
  if (alive() && page->has_flag(PSP_PREMATURE)) make_window(index);
  return true;
}

void PropertySheet::add_tabs() {
  for (int index = 0; index < count(); ++index) add_tab(*this, index);
}

// https://learn.microsoft.com/windows/win32/controls/psm-removepage
void PropertySheet::remove(int index) {
  if (!has(index)) return;
  if (index == active && count() > 1) show(index + 1 < count() ? index + 1 : index - 1, 1);
  if (!alive() || !has(index)) return;
  const SheetPage removed = at(index);
  pages.erase(pages.begin() + index);
  if (active == index) active = -1;
  if (active > index) --active;
  SendMessageW(item(kTabs), TCM_DELETEITEM, static_cast<WPARAM>(index), 0);
  if (alive() && active >= 0) {
    SendMessageW(item(kTabs), TCM_SETCURSEL, static_cast<WPARAM>(active), 0);
  }
  if (removed.window != nullptr) DestroyWindow(removed.window);
  remove_page(removed.handle);
}

bool PropertySheet::make_window(int index) {
  if (at(index).window != nullptr) return true;
  const PagePointer page = at(index).page;
  const HWND window = page->create(handle);
  // Its WM_INITDIALOG may have changed the list.
  const auto found = std::ranges::find(pages, page, &SheetPage::page);
  if (!alive() || found == pages.end() || window == nullptr) return false;
  found->window = window;
  if (has_flag(PSH_WIZARD97) && page->has_flag(PSP_HIDEHEADER)) make_exterior(window);
  place_page(static_cast<int>(found - pages.begin()));
  return alive();
}

LRESULT PropertySheet::notify(int index, UINT code, LPARAM lparam) {
  if (!has(index) || at(index).window == nullptr) return 0;
  PSHNOTIFY note{};
  note.hdr.hwndFrom = handle;
  note.hdr.code = code;
  note.lParam = lparam;
  return user::send_message(at(index).window, WM_NOTIFY, 0, reinterpret_cast<LPARAM>(&note));
}

// https://learn.microsoft.com/windows/win32/controls/psn-killactive
bool PropertySheet::may_leave() {
  return notify(active, PSN_KILLACTIVE) == 0 && alive();
}

// https://learn.microsoft.com/windows/win32/controls/psn-setactive
void PropertySheet::show(int index, int direction) {
  for (int tries = 0; tries <= count(); ++tries) {
    if (!has(index)) index = active;
    if (!has(index)) return;
    if (!make_window(index)) {
      if (!alive()) return;
      index += direction;
      continue;
    }
    const HWND wanted = at(index).window;
    const LRESULT answer = notify(index, PSN_SETACTIVE);
    if (!alive()) return;
    index = index_of(wanted);
    if (answer == 0) break;
    index = instead_of(*this, index, answer, direction);
  }
  if (!has(index)) return;
  const HWND before = has(active) ? at(active).window : nullptr;
  const HWND now = at(index).window;
  const bool had_focus = before != nullptr && is_within(before, GetFocus());
  active = index;
  SendMessageW(item(kTabs), TCM_SETCURSEL, static_cast<WPARAM>(index), 0);
  EnableWindow(item(IDHELP), at(index).page->has_flag(PSP_HASHELP));
  if (wizard()) {
    set_title(at(index).page->title(), false);
    place_page(index);
    InvalidateRect(handle, nullptr, TRUE);
  }
  SetWindowPos(now, HWND_TOP, 0, 0, 0, 0, SWP_NOMOVE | SWP_NOSIZE | SWP_SHOWWINDOW);
  if (before != nullptr && before != now) ShowWindow(before, SW_HIDE);
  if (alive() && had_focus && before != now) focus_page();
}

bool PropertySheet::select(int index) {
  if (!has(index)) return false;
  if (index == active) return true;
  const PagePointer wanted = at(index).page;
  if (!may_leave()) return false;
  const auto found = std::ranges::find(pages, wanted, &SheetPage::page);
  if (found == pages.end()) return false;
  show(static_cast<int>(found - pages.begin()), index > active ? 1 : -1);
  return alive();
}

// https://learn.microsoft.com/windows/win32/controls/psn-queryinitialfocus
void PropertySheet::focus_page() {
  if (!has(active)) return;
  const HWND page = at(active).window;
  HWND first = GetNextDlgTabItem(page, nullptr, FALSE);
  const LRESULT wanted = notify(active, PSN_QUERYINITIALFOCUS, reinterpret_cast<LPARAM>(first));
  if (!alive()) return;
  if (wanted != 0 && is_within(page, reinterpret_cast<HWND>(wanted))) {
    first = reinterpret_cast<HWND>(wanted);
  }
  if (first == nullptr) first = GetNextDlgTabItem(handle, nullptr, FALSE);
  if (first != nullptr) user::focus_dialog_control(handle, first);
}

}  // namespace transom::comctl
