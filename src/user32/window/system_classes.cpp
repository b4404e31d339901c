#include "user32/window/system_classes.h"

#include <vector>

#include "comctl32/classes.h"
#include "imm32/ime_popup.h"
#include "imm32/ime_window.h"
#include "user32/control/button.h"
#include "user32/control/combo_box/combo_box.h"
#include "user32/control/edit/edit.h"
#include "user32/control/list_box/list_box.h"
#include "user32/control/scroll_bar_control.h"
#include "user32/control/static.h"
#include "user32/dialog/dialog_message.h"
#include "user32/mdi/mdi_client.h"
#include "user32/menu/popup_window.h"

namespace transom::user {
namespace {

// Made on first use: the controls' descriptions lie in files of their own.
const std::vector<SystemClass>& classes() {
  // DefWindowProc stands in for procedures that are never asked anything else.
  static const std::vector<SystemClass> all{
      // The desktop and the parent of message-only windows.
      {u"#32769", CS_DBLCLKS, DefWindowProcW, 0, MAKEINTRESOURCEW(32512),
       reinterpret_cast<HBRUSH>(COLOR_BACKGROUND + 1)},
      {u"Message", 0, DefWindowProcW, 0, nullptr, nullptr},
      kMenuClass,
      kDialogClass,
      kButtonClass,
      kStaticClass,
      kScrollBarClass,
      kListBoxClass,
      kComboBoxClass,
      kComboListClass,
      kEditClass,
      kMdiClientClass,
      imm::kImeClass,
      imm::kImePopupClass,
      comctl::kStatusBarClass,
      comctl::kProgressBarClass,
      comctl::kToolBarClass,
      comctl::kUpDownClass,
      comctl::kTrackBarClass,
      comctl::kHeaderClass,
      comctl::kTabControlClass,
      comctl::kListViewClass,
      comctl::kToolTipClass,
      comctl::kTreeViewClass,
      comctl::kHotKeyClass,
      comctl::kComboBoxExClass,
      comctl::kIpAddressClass,
      comctl::kRebarClass,
      comctl::kMonthCalendarClass,
  };
  return all;
}

}  // namespace

std::span<const SystemClass> system_classes() {
  return classes();
}

}  // namespace transom::user
