// The Color dialog: boxes of basic and custom colours, and beside them, when it is open to its full
// width, a spectrum and a luminosity bar that mix one.
//
// The boxes and the two pictures are static controls that are subclassed, so that a program's
// template may have its own. The mixed colour is kept both ways; the fields, the spectrum and the
// bar are kept in step with it.
// https://learn.microsoft.com/windows/win32/dlgbox/color-dialog-box
#pragma once

#include <colordlg.h>

#include <array>
#include <vector>

#include "comdlg32/color_model.h"
#include "comdlg32/common_dialog.h"

namespace transom::comdlg {

inline constexpr int kBasicColors = 48, kCustomColors = 16, kColorColumns = 8;

class ColorDialog final : public CommonDialog {
 public:
  // `client` is the program's structure of either kind.
  ColorDialog(CHOOSECOLORW& client, Encoding encoding)
      : CommonDialog(encoding, client.hwndOwner, &client), client_(client) {}
  INT_PTR show(std::optional<DialogTemplate> replacement);

 protected:
  bool initialize() override;
  INT_PTR handle_message(UINT message, WPARAM wparam, LPARAM lparam) override;
  void on_command(WORD id, WORD code) override;
  void accept() override;
  const char16_t* help_on(int id) const override;

 private:
  // A box of the basic or the custom colours.
  struct Box {
    int control = 0;  // COLOR_BOX1, COLOR_CUSTOM1
    int index = -1;

    bool operator==(const Box&) const = default;
  };

  // What is chosen.
  void choose(const Box& box);
  void mix(const HslColor& color);
  void mix(COLORREF color);
  bool select_equal(COLORREF color);
  COLORREF color_of(const Box& box) const;
  COLORREF solid(COLORREF color) const;
  void on_field(int id);
  void take_color(COLORREF color);
  void add_custom();
  void take_solid();

  // Full and partial.
  void set_full(bool full);
  std::vector<HWND> mixing_controls() const;

  // The areas.
  static LRESULT CALLBACK area_procedure(HWND area, UINT message, WPARAM wparam, LPARAM lparam,
                                         UINT_PTR id, DWORD_PTR dialog);
  LRESULT on_area(HWND area, int id, UINT message, WPARAM wparam, LPARAM lparam);
  void paint_area(HWND area, int id, HDC dc);
  void paint_boxes(HWND area, int id, HDC dc) const;
  void paint_spectrum(HDC dc, const RECT& area);
  void paint_luminosity(HDC dc, const RECT& area) const;
  void paint_current(HDC dc, const RECT& area) const;
  void paint_arrow() const;
  void point_at(HWND area, int id, POINT point);
  bool press_key(int id, WORD key);
  RECT box_rect(HWND area, int id, int index) const;
  int box_at(HWND area, int id, POINT point) const;
  static int count_of(int id) { return id == COLOR_BOX1 ? kBasicColors : kCustomColors; }
  RECT arrow_strip() const;
  void show_mixed();
  void redraw(int id) const { InvalidateRect(item(id), nullptr, FALSE); }

  CHOOSECOLORW& client_;
  std::array<COLORREF, kBasicColors> basic_{};
  std::array<COLORREF, kCustomColors> custom_{};
  Box chosen_;
  Box focused_{COLOR_BOX1, 0};
  int next_custom_ = 0;
  COLORREF color_ = 0;
  HslColor hsl_;
  bool full_ = true;
  bool updating_ = false;  // the fields are being filled: their EN_CHANGE means nothing
  LONG full_width_ = 0;
  std::vector<std::uint32_t> spectrum_;  // pixels of the spectrum, for its size
  SIZE spectrum_size_{};
};

}  // namespace transom::comdlg
