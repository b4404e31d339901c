// What WS_EX_MDICHILD adds to CreateWindowEx: the styles, the place, the identifier, and the
// MDICREATESTRUCT that WM_NCCREATE and WM_CREATE find in lpCreateParams.
//
// Order: prepare() before there is a window, attach() when it is in the tree, finish() when it is
// made and shown. `given` of CreateWindowEx is changed in place.
// https://learn.microsoft.com/windows/win32/winmsg/wm-mdicreate
#pragma once

#include <string>

#include "base/win32.h"
#include "user32/mdi/mdi_client.h"

namespace transom::user {

class MdiChildCreation {
 public:
  // False: the parent is no MDI client of this thread (ERROR_NON_MDICHILD_WINDOW).
  bool prepare(CREATESTRUCTW& given);
  // `mdi_create`: WM_MDICREATE's structure, which is handed on as it is where the window speaks
  // `strings`; null for CreateWindowEx, which has one made.
  void attach(Window& child, CREATESTRUCTW& given, Encoding strings, void* mdi_create);
  // The title goes into the window menu, and the child becomes active.
  void finish(Window& child);

 private:
  void make_parameters(const Window& child, const CREATESTRUCTW& given, Encoding strings);

  MdiClient* client_ = nullptr;
  WindowRef client_window_;
  MDICREATESTRUCTW parameters_{};  // its texts are as the window expects them
  std::u16string wide_[2];
  std::string narrow_[2];
};

}  // namespace transom::user
