// LoadIcon, LoadBitmap, LoadImage, CopyImage.
#include "base/last_error.h"
#include "base/text.h"
#include "user32/icon/icon.h"
#include "user32/icon/load_bitmap.h"

using namespace transom;
using namespace transom::user;

namespace {

// A name as the ANSI functions take it.
class WideName {
 public:
  explicit WideName(LPCSTR name) : name_(name) {
    if (!IS_INTRESOURCE(name)) text_ = base::to_utf16(name);
  }
  operator LPCWSTR() const {
    return IS_INTRESOURCE(name_) ? reinterpret_cast<LPCWSTR>(name_) : base::as_wchar(text_);
  }

 private:
  LPCSTR name_;
  std::u16string text_;
};

}  // namespace

// A shared icon of the system (no module) or of a resource. Null: ERROR_RESOURCE_NAME_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadiconw
HICON WINAPI LoadIconW(HINSTANCE module, LPCWSTR name) {
  if (module == nullptr && IS_INTRESOURCE(name)) {
    if (const HICON icon = system_icon(LOWORD(name))) return icon;
  }
  return load_icon_resource(module, name, false, 0, 0, true);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadicona
HICON WINAPI LoadIconA(HINSTANCE module, LPCSTR name) {
  return LoadIconW(module, WideName(name));
}

// A bitmap that is compatible with the screen, or of one bit where it is black and white. With no
// module: OBM_.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadbitmapw
HBITMAP WINAPI LoadBitmapW(HINSTANCE module, LPCWSTR name) {
  return load_bitmap_resource(module, name, 0, 0, LR_DEFAULTCOLOR);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadbitmapa
HBITMAP WINAPI LoadBitmapA(HINSTANCE module, LPCSTR name) {
  return LoadBitmapW(module, WideName(name));
}

// An icon, cursor or bitmap from a resource or (LR_LOADFROMFILE) a file. Sizes of 0 mean the
// image's own, or with LR_DEFAULTSIZE the system's.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadimagew
HANDLE WINAPI LoadImageW(HINSTANCE module, LPCWSTR name, UINT type, int width, int height,
                         UINT flags) {
  if (type > IMAGE_CURSOR || width < 0 || height < 0) {
    return base::fail<HANDLE>(ERROR_INVALID_PARAMETER);
  }
  const bool is_cursor = type == IMAGE_CURSOR;
  const bool from_file = (flags & LR_LOADFROMFILE) != 0;
  if (from_file && IS_INTRESOURCE(name)) return base::fail<HANDLE>(ERROR_INVALID_PARAMETER);
  if (type == IMAGE_BITMAP) {
    return from_file ? load_bitmap_file(name, width, height, flags)
                     : load_bitmap_resource(module, name, width, height, flags);
  }
  if (from_file) return load_icon_file(name, is_cursor, width, height);
  if (module == nullptr && IS_INTRESOURCE(name)) {
    if (is_cursor) return LoadCursorW(nullptr, name);
    if (const HICON icon = system_icon(LOWORD(name))) return icon;
  }
  return load_icon_resource(module, name, is_cursor, width, height, (flags & LR_SHARED) != 0);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadimagea
HANDLE WINAPI LoadImageA(HINSTANCE module, LPCSTR name, UINT type, int width, int height,
                         UINT flags) {
  return LoadImageW(module, WideName(name), type, width, height, flags);
}

// A copy in another size (0: the same) or of another kind (LR_CREATEDIBSECTION, LR_MONOCHROME).
// LR_COPYRETURNORG: the image itself where it is as asked for. Last errors: ERROR_INVALID_HANDLE,
// ERROR_INVALID_CURSOR_HANDLE, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-copyimage
HANDLE WINAPI CopyImage(HANDLE image, UINT type, int width, int height, UINT flags) {
  if (type > IMAGE_CURSOR || width < 0 || height < 0) {
    return base::fail<HANDLE>(ERROR_INVALID_PARAMETER);
  }
  if (type == IMAGE_BITMAP) {
    return copy_bitmap(static_cast<HBITMAP>(image), width, height, flags);
  }
  const auto handle = static_cast<HICON>(image);
  const auto icon = find_icon(handle);
  if (icon == nullptr) return base::fail<HANDLE>(ERROR_INVALID_CURSOR_HANDLE);
  if (!is_icon_size(width, height)) return base::fail<HANDLE>(ERROR_INVALID_PARAMETER);
  if (width == 0) width = icon->width;
  if (height == 0) height = icon->height;
  const bool same_size = width == icon->width && height == icon->height;
  if ((flags & LR_COPYRETURNORG) != 0 && same_size) return image;
  Icon copy = resized(*icon, width, height);
  copy.shared = false;
  if ((flags & LR_COPYDELETEORG) != 0) DestroyIcon(handle);
  return insert_icon(std::move(copy));
}
