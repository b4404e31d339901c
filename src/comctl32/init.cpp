// Whether the common controls are there: user32's controls are, comctl32's come one by one.
#include <algorithm>
#include <span>

#include "base/common_controls.h"
#include "base/last_error.h"

using namespace transom;

namespace {

struct ControlSet {
  DWORD bit;
  const WCHAR* class_name;
};

// A set of several classes has several rows.
constexpr ControlSet kSets[] = {
    {ICC_LISTVIEW_CLASSES, WC_LISTVIEWW},
    {ICC_LISTVIEW_CLASSES, WC_HEADERW},
    {ICC_TREEVIEW_CLASSES, WC_TREEVIEWW},
    {ICC_TREEVIEW_CLASSES, TOOLTIPS_CLASSW},
    {ICC_BAR_CLASSES, TOOLBARCLASSNAMEW},
    {ICC_BAR_CLASSES, STATUSCLASSNAMEW},
    {ICC_BAR_CLASSES, TRACKBAR_CLASSW},
    {ICC_BAR_CLASSES, TOOLTIPS_CLASSW},
    {ICC_TAB_CLASSES, WC_TABCONTROLW},
    {ICC_TAB_CLASSES, TOOLTIPS_CLASSW},
    {ICC_UPDOWN_CLASS, UPDOWN_CLASSW},
    {ICC_PROGRESS_CLASS, PROGRESS_CLASSW},
    {ICC_HOTKEY_CLASS, HOTKEY_CLASSW},
    {ICC_ANIMATE_CLASS, ANIMATE_CLASSW},
    {ICC_DATE_CLASSES, DATETIMEPICK_CLASSW},
    {ICC_DATE_CLASSES, MONTHCAL_CLASSW},
    {ICC_USEREX_CLASSES, WC_COMBOBOXEXW},
    {ICC_COOL_CLASSES, REBARCLASSNAMEW},
    {ICC_INTERNET_CLASSES, WC_IPADDRESSW},
    {ICC_PAGESCROLLER_CLASS, WC_PAGESCROLLERW},
    {ICC_NATIVEFNTCTL_CLASS, WC_NATIVEFONTCTLW},
    {ICC_STANDARD_CLASSES, L"Button"},
    {ICC_STANDARD_CLASSES, L"Edit"},
    {ICC_STANDARD_CLASSES, L"ListBox"},
    {ICC_STANDARD_CLASSES, L"ComboBox"},
    {ICC_STANDARD_CLASSES, L"Static"},
    {ICC_STANDARD_CLASSES, L"ScrollBar"},
    {ICC_LINK_CLASS, WC_LINK},
};

bool exists(const WCHAR* class_name) {
  const base::PreserveLastError keep;
  WNDCLASSEXW info{};
  info.cbSize = sizeof info;
  return GetClassInfoExW(nullptr, class_name, &info) != 0;
}

}  // namespace

// Classes are registered by themselves: nothing is left to do.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-initcommoncontrols
void WINAPI InitCommonControls() {}

// TRUE where every class of the sets asked for (ICC_) is there; a program that asks for a control
// that is not there yet learns it here. Bits that name no set ask for nothing.
// Last errors: ERROR_CANNOT_FIND_WND_CLASS, ERROR_INVALID_PARAMETER (a null pointer, a bad dwSize).
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-initcommoncontrolsex
WINBOOL WINAPI InitCommonControlsEx(const INITCOMMONCONTROLSEX* sets) {
  if (sets == nullptr || sets->dwSize != sizeof *sets) return base::fail(ERROR_INVALID_PARAMETER);
  const bool all_there = std::ranges::all_of(kSets, [&](const ControlSet& set) {
    return (sets->dwICC & set.bit) == 0 || exists(set.class_name);
  });
  return all_there ? TRUE : base::fail(ERROR_CANNOT_FIND_WND_CLASS);
}
