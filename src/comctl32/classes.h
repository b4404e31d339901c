// The window classes of the common controls, for user32's list (window/system_classes.cpp). Each
// lies in its control's own file.
#pragma once

#include "user32/window/class.h"

namespace transom::comctl {

extern const user::SystemClass kStatusBarClass;
extern const user::SystemClass kProgressBarClass;
extern const user::SystemClass kToolBarClass;
extern const user::SystemClass kUpDownClass;
extern const user::SystemClass kTrackBarClass;
extern const user::SystemClass kHeaderClass;
extern const user::SystemClass kTabControlClass;
extern const user::SystemClass kListViewClass;
extern const user::SystemClass kToolTipClass;
extern const user::SystemClass kTreeViewClass;
extern const user::SystemClass kHotKeyClass;
extern const user::SystemClass kComboBoxExClass;
extern const user::SystemClass kIpAddressClass;
extern const user::SystemClass kRebarClass;
extern const user::SystemClass kMonthCalendarClass;

}  // namespace transom::comctl
