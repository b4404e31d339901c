// What a sheet's buttons do.
#include <algorithm>

#include "comctl32/property_sheet/sheet.h"

namespace transom::comctl {
namespace {

void make_default(const PropertySheet& sheet, int id) {
  user::send_message(sheet.handle, DM_SETDEFID, static_cast<WPARAM>(id), 0);
}

// A button that is to be hidden or disabled does not keep the focus.
void move_focus_from(const PropertySheet& sheet, int id, int to) {
  if (GetFocus() == sheet.item(id)) SetFocus(sheet.item(to));
}

// The ones whose windows are there, in order; the list may change while they are told.
std::vector<HWND> windows_of(const PropertySheet& sheet) {
  std::vector<HWND> windows;
  for (const SheetPage& each : sheet.pages) {
    if (each.window != nullptr) windows.push_back(each.window);
  }
  return windows;
}

struct Button {
  int id;
  int number;  // PSBTN_
};
constexpr Button kButtons[] = {
    {kBack, PSBTN_BACK},      {kNext, PSBTN_NEXT},      {kFinish, PSBTN_FINISH}, {IDOK, PSBTN_OK},
    {kApply, PSBTN_APPLYNOW}, {IDCANCEL, PSBTN_CANCEL}, {IDHELP, PSBTN_HELP},
};

}  // namespace

// https://learn.microsoft.com/windows/win32/controls/psn-apply
bool PropertySheet::apply(bool closing) {
  if (!may_leave()) return false;
  for (const HWND window : windows_of(*this)) {
    const LRESULT answer = notify(index_of(window), PSN_APPLY, closing);
    if (!alive()) return false;
    if (answer == PSNRET_NOERROR) continue;
    if (answer == PSNRET_INVALID) {
      show(index_of(window), 1);
      if (alive()) focus_page();
    }
    return false;
  }
  saved = true;
  for (SheetPage& each : pages) each.changed = false;
  if (closing) return true;
  update_apply();
  // The active page goes on being it.
  notify(active, PSN_SETACTIVE);
  return alive();
}

void PropertySheet::update_apply() {
  const bool changed =
      std::ranges::any_of(pages, [](const SheetPage& each) { return each.changed; });
  if (!changed) move_focus_from(*this, kApply, IDOK);
  EnableWindow(item(kApply), changed);
}

void PropertySheet::press(int button) {
  const auto found = std::ranges::find(kButtons, button, &Button::number);
  if (found == std::end(kButtons)) return;
  // A wizard has no OK, a sheet no Next.
  const HWND control = item(found->id);
  if (control == nullptr || !IsWindowEnabled(control)) return;
  const bool told = button != PSBTN_HELP && button != PSBTN_BACK && button != PSBTN_NEXT;
  if (told) call_back(PSCB_BUTTONPRESSED, button);
  if (!alive()) return;
  switch (button) {
    case PSBTN_BACK:
      return go(-1);
    case PSBTN_NEXT:
      return go(1);
    case PSBTN_FINISH:
      return finish();
    case PSBTN_OK:
      if (apply(true)) end(restart != 0 ? restart : 1);
      return;
    case PSBTN_APPLYNOW:
      apply(false);
      return;
    case PSBTN_CANCEL:
      return cancel(false);
    default:
      notify(active, PSN_HELP);
  }
}

// https://learn.microsoft.com/windows/win32/controls/psn-querycancel
void PropertySheet::cancel(bool by_close_box) {
  if (notify(active, PSN_QUERYCANCEL) != 0 || !alive()) return;
  for (const HWND window : windows_of(*this)) {
    notify(index_of(window), PSN_RESET, by_close_box);
    if (!alive()) return;
  }
  end(saved ? 1 : 0);
}

void PropertySheet::end(INT_PTR outcome) {
  if (ended) return;
  ended = true;
  result = outcome;
  // A modal sheet's loop looks at `ended`; this wakes it.
  PostMessageW(handle, WM_NULL, 0, 0);
}

// 0: to the neighbour. Otherwise a page's resource, or -1 to stay.
// https://learn.microsoft.com/windows/win32/controls/psn-wiznext
void PropertySheet::go(int direction) {
  const LRESULT answer = notify(active, direction > 0 ? PSN_WIZNEXT : PSN_WIZBACK);
  if (!alive() || answer == -1) return;
  const int index = answer == 0 ? active + direction : index_of_resource(answer);
  if (!has(index) || index == active) return;
  const HPROPSHEETPAGE wanted = at(index).handle;
  if (may_leave() && has(index_of(wanted))) show(index_of(wanted), direction);
}

// https://learn.microsoft.com/windows/win32/controls/psn-wizfinish
void PropertySheet::finish() {
  const LRESULT answer = notify(active, PSN_WIZFINISH);
  if (!alive()) return;
  if (answer == 0) return end(restart != 0 ? restart : 1);
  const auto focus = reinterpret_cast<HWND>(answer);
  if (has(active) && IsChild(at(active).window, focus)) SetFocus(focus);
}

// https://learn.microsoft.com/windows/win32/controls/psm-setwizbuttons
void PropertySheet::set_wizard_buttons(DWORD which) {
  const bool finishing = (which & (PSWIZB_FINISH | PSWIZB_DISABLEDFINISH)) != 0;
  const bool both = has_flag(PSH_WIZARDHASFINISH);
  const bool can_finish = (which & PSWIZB_FINISH) != 0 || (both && !finishing);
  ShowWindow(item(kNext), finishing && !both ? SW_HIDE : SW_SHOWNA);
  ShowWindow(item(kFinish), finishing || both ? SW_SHOWNA : SW_HIDE);
  EnableWindow(item(kBack), (which & PSWIZB_BACK) != 0);
  EnableWindow(item(kNext), (which & PSWIZB_NEXT) != 0);
  EnableWindow(item(kFinish), can_finish);
  const int standard = finishing ? kFinish : kNext;
  for (const int id : {kBack, kNext, kFinish}) {
    const HWND button = item(id);
    if (!IsWindowEnabled(button) || !IsWindowVisible(button)) move_focus_from(*this, id, standard);
  }
  make_default(*this, standard);
}

// https://learn.microsoft.com/windows/win32/controls/psm-settitle
void PropertySheet::set_title(const std::u16string& text, bool with_prefix) {
  std::u16string title = text;
  if (with_prefix) title = text.empty() ? u"Properties" : u"Properties for " + text;
  if (!title.empty()) SetWindowTextW(handle, base::as_wchar(title));
}

}  // namespace transom::comctl
