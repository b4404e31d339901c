// The rebar: bands in rows, each with a child window, that the user sizes and moves.
//
// Contract
//  - A band is as wide as it was asked to be (cx), at least as wide as its header and its child's
//  least
//    width; what is left over of a row goes to its last band that is not of fixed size. A row is
//    full where even the least widths do not fit.
//  - With CCS_VERT rows are columns: places are kept along and across, and turned on the way out.
//  - The child windows are the control's and go with it; what they tell goes on to the parent.
//  - Every notification, and every child that is moved, may destroy the control: ask alive().
// https://learn.microsoft.com/windows/win32/controls/rebar-controls
#pragma once

#include <vector>

#include "comctl32/common_control.h"

namespace transom::comctl {

struct Band {
  UINT style = 0;  // RBBS_
  COLORREF fore = CLR_DEFAULT;
  COLORREF back = CLR_DEFAULT;
  std::u16string text;
  int image = -1;
  HWND child = nullptr;
  int least_child = 0;         // cxMinChild, along
  int least_child_height = 0;  // cyMinChild, across
  int child_height = 0;        // cyChild, of RBBS_VARIABLEHEIGHT
  int most_child_height = 0x7FFF;
  int integral = 0;
  int wanted = 0;  // cx
  int ideal = 0;   // of the child
  int own_header = -1;
  HBITMAP background = nullptr;
  UINT id = 0;
  LPARAM data = 0;
  // By lay_out(): along and across.
  RECT place{};
  int row = -1;
  bool chevron = false;

  bool is(UINT bits) const { return (style & bits) != 0; }
  bool shown() const { return !is(RBBS_HIDDEN); }
};

struct RebarHit {
  int band = -1;
  UINT flags = RBHT_NOWHERE;
};

class Rebar : public CommonControl {
 public:
  explicit Rebar(user::Window& window) : CommonControl(window) {}

  bool vertical() const { return has_style(CCS_VERT); }
  bool has(int index) const { return index >= 0 && static_cast<std::size_t>(index) < bands.size(); }
  Band& at(int index) { return bands[static_cast<std::size_t>(index)]; }
  const Band& at(int index) const { return bands[static_cast<std::size_t>(index)]; }
  int count() const { return static_cast<int>(bands.size()); }
  // NMREBAR; a band or none.
  LRESULT tell_band(UINT code, int index);

  // --- layout.cpp
  void lay_out();      // places the bands, the children, and the control itself
  int length() const;  // along
  bool has_gripper(const Band& band) const;
  int header_of(const Band& band) const;
  int least_width(const Band& band) const { return header_of(band) + band.least_child; }
  RECT turned(RECT place) const;  // from along and across to client coordinates
  RECT chevron_of(const Band& band) const;
  RebarHit hit(POINT point) const;
  int rows() const;
  int row_height(int row) const;

  // --- bands.cpp
  void minimize(int index);
  void maximize(int index, bool to_ideal);
  void push_chevron(int index, LPARAM data);

  std::vector<Band> bands;
  HIMAGELIST images = nullptr;
  COLORREF background = CLR_NONE;  // CLR_NONE: the system's
  COLORREF text_color = CLR_NONE;
  COLORSCHEME scheme{sizeof(COLORSCHEME), CLR_DEFAULT, CLR_DEFAULT};
  HPALETTE palette = nullptr;
  HWND tool_tips = nullptr;
  DWORD extended_style = 0;
  int height = 0;  // across, of all rows
  bool laying_out = false;
  struct Drag {
    int band = -1;
    POINT start{};
    int grip = 0;  // how far from the band's beginning it was taken
    bool moved = false;
  } drag;
};

std::span<const ControlEntry<Rebar>> rebar_band_entries();
std::span<const ControlEntry<Rebar>> rebar_drag_entries();

}  // namespace transom::comctl
