// Tool tips of other controls: a tip that the control makes, and the areas that it shows tips for.
#pragma once

#include <vector>

#include "comctl32/common_control.h"

namespace transom::comctl {

class TipClient {
 public:
  struct Area {
    UINT_PTR id;
    RECT place;
    bool operator==(const Area& other) const {
      return id == other.id && EqualRect(&place, &other.place) != 0;
    }
  };

  // For a style that asks for tips, in WM_CREATE. The parent hears of it (NM_TOOLTIPSCREATED).
  void create(CommonControl& control);
  // In WM_DESTROY: a tip that the control made goes with it.
  void destroy();
  // The program's tip, or none.
  void replace(HWND tips);
  HWND handle() const { return tips_; }

  // The tools that there are from now on; their text is asked from `control` itself.
  void set_areas(const CommonControl& control, std::vector<Area> areas);
  // A mouse message of the control.
  void relay(const CommonControl& control, const ControlCall& call) const;
  bool sent(const NMHDR& header) const { return tips_ != nullptr && header.hwndFrom == tips_; }

 private:
  HWND tips_ = nullptr;
  bool own_ = false;
  std::vector<Area> areas_;
};

}  // namespace transom::comctl
