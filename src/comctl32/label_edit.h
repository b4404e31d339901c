// The edit control in which a list view's or a tree view's label is typed.
#pragma once

#include <string>

#include "comctl32/common_control.h"

namespace transom::comctl {

// Hidden, in the control's font; null where a handler has destroyed the control.
HWND make_label_edit(CommonControl& control, const std::u16string& text, RECT place);

// Called when the user is done: Enter and another focus keep the text, Escape does not.
using LabelEditEnd = void (*)(HWND control, bool keep);
void show_label_edit(HWND edit, HWND control, LabelEditEnd end);
// No call comes any more.
void release_label_edit(HWND edit);

// LVN_ and TVN_ENDLABELEDIT give the text in the parent's encoding; null: given up.
class LabelText {
 public:
  LabelText(HWND edit, bool keep, bool unicode);
  WCHAR* notified();
  std::u16string text;

 private:
  bool keep_;
  bool unicode_;
  std::string ansi_;
};

}  // namespace transom::comctl
