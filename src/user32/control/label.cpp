#include "user32/control/label.h"

#include "base/text.h"

namespace transom::user {

SIZE text_size(HDC dc, const std::u16string& text, LONG width, UINT format) {
  RECT area{0, 0, width, 0};
  if (text.empty()) return {};
  DrawTextW(dc, base::as_wchar(text), static_cast<int>(text.size()), &area, format | DT_CALCRECT);
  return {area.right, area.bottom};
}

void draw_label_text(HDC dc, const std::u16string& text, RECT area, UINT format, LabelLook look) {
  const int saved = SaveDC(dc);
  SetBkMode(dc, TRANSPARENT);
  const auto draw = [&] {
    DrawTextW(dc, base::as_wchar(text), static_cast<int>(text.size()), &area, format);
  };
  if (look == LabelLook::kDisabled) {
    SetTextColor(dc, GetSysColor(COLOR_3DHIGHLIGHT));
    OffsetRect(&area, 1, 1);
    draw();
    SetTextColor(dc, GetSysColor(COLOR_3DSHADOW));
    OffsetRect(&area, -1, -1);
  }
  draw();
  RestoreDC(dc, saved);
}

SIZE image_size(HANDLE image, UINT type) {
  BITMAP description{};
  if (type == IMAGE_BITMAP) {
    GetObjectW(image, sizeof description, &description);
    return {description.bmWidth, description.bmHeight};
  }
  ICONINFO icon{};
  if (!GetIconInfo(static_cast<HICON>(image), &icon)) return {};
  const HBITMAP shown = icon.hbmColor != nullptr ? icon.hbmColor : icon.hbmMask;
  GetObjectW(shown, sizeof description, &description);
  // A mask alone has the picture below it.
  const LONG height = icon.hbmColor != nullptr ? description.bmHeight : description.bmHeight / 2;
  if (icon.hbmColor != nullptr) DeleteObject(icon.hbmColor);
  if (icon.hbmMask != nullptr) DeleteObject(icon.hbmMask);
  return {description.bmWidth, height};
}

void draw_image(HDC dc, HANDLE image, UINT type, const RECT& area, LabelLook look) {
  const UINT kind = type == IMAGE_BITMAP ? DST_BITMAP : DST_ICON;
  const UINT state = look == LabelLook::kDisabled ? DSS_DISABLED : DSS_NORMAL;
  DrawStateW(dc, nullptr, nullptr, reinterpret_cast<LPARAM>(image), 0, static_cast<int>(area.left),
             static_cast<int>(area.top), static_cast<int>(area.right - area.left),
             static_cast<int>(area.bottom - area.top), kind | state);
}

}  // namespace transom::user
