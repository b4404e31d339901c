// Layered windows whose whole content is a bitmap of the program's.
//
// The displays show windows opaque within a shape and with one opacity for all of a window. So
// pixels that are more transparent than not are left out of the shape, the others show in full.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-updatelayeredwindow
#include <optional>

#include "base/last_error.h"
#include "gdi32/device_context.h"
#include "gdi32/surface_lock.h"
#include "user32/lock.h"
#include "user32/paint/window_paint.h"
#include "user32/window/host_window.h"
#include "user32/window/on_owner.h"
#include "user32/window/position.h"
#include "user32/window/window_extras.h"

namespace transom::user {
namespace {

constexpr std::uint32_t kHalf = 128;

struct Update {
  std::optional<POINT> position;
  std::optional<SIZE> size;
  HDC source;
  POINT origin;
  COLORREF key;
  BLENDFUNCTION blend;
  DWORD flags;

  bool per_pixel() const {
    return (flags & ULW_ALPHA) != 0 && (blend.AlphaFormat & AC_SRC_ALPHA) != 0;
  }
};

// Pixels of the source that show, and what of them; 0x00RRGGBB.
struct Content {
  std::shared_ptr<gdi::Surface> surface;
  gdi::Region shape;
};

// Documented: colours come multiplied by their alpha.
std::uint32_t undo_alpha(std::uint32_t pixel) {
  const std::uint32_t alpha = pixel >> 24;
  if (alpha == 0) return 0;
  const auto channel = [&](int shift) {
    const std::uint32_t value = (pixel >> shift & 0xFF) * 255 / alpha;
    return (value > 255 ? 255 : value) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

// A row of the source becomes what is shown; the runs that show are added to `shown`.
void take_row(const Update& update, int y, std::span<std::uint32_t> pixels,
              std::vector<RECT>& shown) {
  const std::uint32_t key = gdi::swap_red_blue(update.key);
  int begin = -1;
  const auto width = static_cast<int>(pixels.size());
  for (int x = 0; x <= width; ++x) {
    bool shows = false;
    if (x < width) {
      std::uint32_t& pixel = pixels[static_cast<std::size_t>(x)];
      shows = !(update.per_pixel() && pixel >> 24 < kHalf) &&
              !((update.flags & ULW_COLORKEY) != 0 && (pixel & 0xFFFFFF) == key);
      pixel = update.per_pixel() ? undo_alpha(pixel) : pixel & 0xFFFFFF;
    }
    if (shows && begin < 0) begin = x;
    if (!shows && begin >= 0) {
      shown.push_back({begin, y, x, y + 1});
      begin = -1;
    }
  }
}

std::optional<Content> take_content(const Update& update, const SIZE& size) {
  const auto dc = gdi::find_dc(update.source);
  if (!dc || dc->surface() == nullptr) return std::nullopt;
  const gdi::Surface& from = *dc->surface();
  const POINT at = dc->to_surface(update.origin);
  const auto width = static_cast<int>(size.cx), height = static_cast<int>(size.cy);
  // Documented for AlphaBlend: all of the source must be there.
  if (width <= 0 || height <= 0 || at.x < 0 || at.y < 0 || at.x > from.width() - width ||
      at.y > from.height() - height) {
    return std::nullopt;
  }
  Content content{gdi::Surface::create(width, height), {}};
  std::vector<RECT> shown;
  const bool has_alpha = from.format().bits == 32;
  const gdi::SurfaceLock lock(from);
  for (int y = 0; y < height; ++y) {
    const std::span pixels(content.surface->row(y), static_cast<std::size_t>(width));
    from.read(at.x, at.y + y, width, pixels.data());
    if (!has_alpha) {
      for (std::uint32_t& pixel : pixels) pixel = from.format().unpack(pixel) | 0xFF000000;
    }
    take_row(update, y, pixels, shown);
  }
  content.shape = gdi::Region(shown);
  return content;
}

DWORD check(const Window& window, const Update& update) {
  if ((window.ex_style & WS_EX_LAYERED) == 0) return ERROR_INVALID_PARAMETER;
  // Documented: a window is layered in one of two ways.
  if (window.extras && window.extras->layered) return ERROR_INVALID_PARAMETER;
  if (update.source == nullptr && update.size) return ERROR_INVALID_PARAMETER;
  const RECT& now = window.rect;
  const bool resizes = update.size && (update.size->cx != now.right - now.left ||
                                       update.size->cy != now.bottom - now.top);
  if ((update.flags & ULW_EX_NORESIZE) != 0 && resizes) return ERROR_INCORRECT_SIZE;
  return ERROR_SUCCESS;
}

void place(Window& window, const Update& update) {
  const UINT flags = SWP_NOZORDER | SWP_NOACTIVATE | SWP_NOREDRAW |
                     (update.position ? 0u : UINT{SWP_NOMOVE}) |
                     (update.size ? 0u : UINT{SWP_NOSIZE});
  if ((flags & (SWP_NOMOVE | SWP_NOSIZE)) == (SWP_NOMOVE | SWP_NOSIZE)) return;
  const POINT at = update.position.value_or(POINT{});
  const SIZE size = update.size.value_or(SIZE{});
  SetWindowPos(window.handle, nullptr, static_cast<int>(at.x), static_cast<int>(at.y),
               static_cast<int>(size.cx), static_cast<int>(size.cy), flags);
}

bool apply(Window& window, const Update& update) {
  if (const DWORD error = check(window, update); error != ERROR_SUCCESS) {
    return base::fail<bool>(error);
  }
  std::optional<Content> content;
  if (update.source != nullptr) {
    const RECT& now = window.rect;
    content = take_content(update,
                           update.size.value_or(SIZE{now.right - now.left, now.bottom - now.top}));
    if (!content) return base::fail<bool>(ERROR_INVALID_PARAMETER);
  }
  const WindowRef keep(&window);
  place(window, update);
  if (!keep.alive()) return true;
  if (content) set_layered_content(window, std::move(content->surface), std::move(content->shape));
  if ((update.flags & ULW_ALPHA) != 0) {
    update_host_opacity(window, update.blend.SourceConstantAlpha);
  }
  return true;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Gives a WS_EX_LAYERED window place, size, content and opacity at once; it gets no WM_PAINT from
// then on. Null pointers leave things as they are. Last errors: ERROR_INVALID_WINDOW_HANDLE;
// ERROR_INVALID_PARAMETER (not layered, or by SetLayeredWindowAttributes; no such pixels).
WINBOOL WINAPI UpdateLayeredWindow(HWND handle, HDC screen, POINT* position, SIZE* size, HDC source,
                                   POINT* origin, COLORREF key, BLENDFUNCTION* blend, DWORD flags) {
  UPDATELAYEREDWINDOWINFO info{};
  info.cbSize = sizeof info;
  info.hdcDst = screen;
  info.pptDst = position;
  info.psize = size;
  info.hdcSrc = source;
  info.pptSrc = origin;
  info.crKey = key;
  info.pblend = blend;
  info.dwFlags = flags;
  return UpdateLayeredWindowIndirect(handle, &info);
}

// The same; ULW_EX_NORESIZE fails (ERROR_INCORRECT_SIZE) where the size would change.
// https://learn.microsoft.com/previous-versions/windows/desktop/legacy/ms633557(v=vs.85)
WINBOOL WINAPI UpdateLayeredWindowIndirect(HWND handle, const UPDATELAYEREDWINDOWINFO* info) {
  constexpr DWORD kKnown = ULW_COLORKEY | ULW_ALPHA | ULW_OPAQUE | ULW_EX_NORESIZE;
  if (info == nullptr || info->cbSize != sizeof *info || (info->dwFlags & ~kKnown) != 0 ||
      ((info->dwFlags & ULW_ALPHA) != 0 && info->pblend == nullptr)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  Update update{{}, {}, info->hdcSrc, {}, info->crKey, {}, info->dwFlags};
  if (info->pptDst != nullptr) update.position = *info->pptDst;
  if (info->psize != nullptr) update.size = *info->psize;
  if (info->pptSrc != nullptr) update.origin = *info->pptSrc;
  if (info->pblend != nullptr) update.blend = *info->pblend;
  return on_owner(handle, [&](Window& window) { return apply(window, update); }) != 0;
}
