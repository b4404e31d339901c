// Owner-drawn lists with a picture before each name.
#pragma once

#include <string>

#include "base/win32.h"
#include "comdlg32/picture.h"

namespace transom::comdlg {

// List boxes whose items' data is their picture.
void add_picture_item(HWND list, const std::u16string& name, Picture picture);
std::u16string picture_item_name(HWND list, int index);
Picture picture_of_item(HWND list, int index);
// In pixels, of a list box that is drawn so.
int picture_item_width(HWND list, const std::u16string& name);

// A list or combo box's WM_DRAWITEM.
void draw_picture_item(const DRAWITEMSTRUCT& drawn, Picture picture, int indent);

}  // namespace transom::comdlg
