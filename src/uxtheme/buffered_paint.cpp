// Buffered painting: a bitmap to draw in, shown in one go.
//
// A buffer belongs to the program that began it until EndBufferedPaint. Its context has the
// target's coordinates. https://learn.microsoft.com/windows/win32/controls/buffered-paint-bumper
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "base/last_error.h"

#include <uxtheme.h>

namespace transom::uxtheme {
namespace {

struct Buffer {
  HDC target = nullptr;
  RECT rect{};
  HDC dc = nullptr;
  HBITMAP bitmap = nullptr;
  HGDIOBJ before = nullptr;
  RGBQUAD* bits = nullptr;  // null: of a format that has none to show
  RECT excluded{};          // is not shown
  std::optional<BLENDFUNCTION> blend;

  ~Buffer() {
    SelectObject(dc, before);
    DeleteObject(bitmap);
    DeleteDC(dc);
  }
  LONG width() const { return rect.right - rect.left; }
  LONG height() const { return rect.bottom - rect.top; }
};

// Those that have begun and not ended. A handle is its buffer's address, if it is here.
class Buffers {
 public:
  HPAINTBUFFER add(std::unique_ptr<Buffer> buffer) {
    const std::lock_guard lock(mutex_);
    const auto handle = reinterpret_cast<HPAINTBUFFER>(buffer.get());
    buffers_.emplace(handle, std::move(buffer));
    return handle;
  }
  Buffer* find(HPAINTBUFFER handle) {
    const std::lock_guard lock(mutex_);
    const auto found = buffers_.find(handle);
    return found != buffers_.end() ? found->second.get() : nullptr;
  }
  std::unique_ptr<Buffer> take(HPAINTBUFFER handle) {
    const std::lock_guard lock(mutex_);
    auto node = buffers_.extract(handle);
    return node ? std::move(node.mapped()) : nullptr;
  }

 private:
  std::mutex mutex_;
  std::map<HPAINTBUFFER, std::unique_ptr<Buffer>> buffers_;
};

Buffers& buffers() {
  static auto* all = new Buffers;
  return *all;
}

Buffer* find(HPAINTBUFFER handle) {
  return buffers().find(handle);
}

BITMAPINFO describe(const Buffer& buffer, BP_BUFFERFORMAT format) {
  BITMAPINFO info{};
  info.bmiHeader.biSize = sizeof info.bmiHeader;
  info.bmiHeader.biWidth = buffer.width();
  const bool top_down = format == BPBF_TOPDOWNDIB || format == BPBF_TOPDOWNMONODIB;
  info.bmiHeader.biHeight = top_down ? -buffer.height() : buffer.height();
  info.bmiHeader.biPlanes = 1;
  info.bmiHeader.biBitCount = format == BPBF_TOPDOWNMONODIB ? 1 : 32;
  info.bmiHeader.biCompression = BI_RGB;
  return info;
}

bool make_bitmap(Buffer& buffer, BP_BUFFERFORMAT format) {
  if (format == BPBF_COMPATIBLEBITMAP) {
    buffer.bitmap = CreateCompatibleBitmap(buffer.target, buffer.width(), buffer.height());
  } else {
    const BITMAPINFO info = describe(buffer, format);
    void* bits = nullptr;
    buffer.bitmap = CreateDIBSection(buffer.target, &info, DIB_RGB_COLORS, &bits, nullptr, 0);
    if (format != BPBF_TOPDOWNMONODIB) buffer.bits = static_cast<RGBQUAD*>(bits);
  }
  return buffer.bitmap != nullptr;
}

std::unique_ptr<Buffer> make_buffer(HDC target, const RECT& rect, BP_BUFFERFORMAT format) {
  auto buffer = std::make_unique<Buffer>();
  buffer->target = target;
  buffer->rect = rect;
  buffer->dc = CreateCompatibleDC(target);
  if (buffer->dc == nullptr || !make_bitmap(*buffer, format)) return nullptr;
  buffer->before = SelectObject(buffer->dc, buffer->bitmap);
  SetWindowOrgEx(buffer->dc, rect.left, rect.top, nullptr);
  return buffer;
}

void show(const Buffer& buffer) {
  const auto [left, top, right, bottom] = buffer.rect;
  const LONG width = right - left;
  const LONG height = bottom - top;
  const int saved = SaveDC(buffer.target);
  if (!IsRectEmpty(&buffer.excluded)) {
    const auto [x1, y1, x2, y2] = buffer.excluded;
    ExcludeClipRect(buffer.target, x1, y1, x2, y2);
  }
  if (buffer.blend) {
    AlphaBlend(buffer.target, left, top, width, height, buffer.dc, left, top, width, height,
               *buffer.blend);
  } else {
    BitBlt(buffer.target, left, top, width, height, buffer.dc, left, top, SRCCOPY);
  }
  RestoreDC(buffer.target, saved);
}

bool is_whole(const BP_PAINTPARAMS* parameters) {
  return parameters == nullptr || parameters->cbSize == sizeof *parameters;
}

// Of the target's coordinates (null: all), within the buffer's pixels.
RECT pixels_of(const Buffer& buffer, const RECT* part) {
  RECT rect = part != nullptr ? *part : buffer.rect;
  IntersectRect(&rect, &rect, &buffer.rect);
  OffsetRect(&rect, -buffer.rect.left, -buffer.rect.top);
  return rect;
}

}  // namespace
}  // namespace transom::uxtheme

using namespace transom;
using namespace transom::uxtheme;

// Nothing is kept between paintings that would have to be set up.
// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-bufferedpaintinit
HRESULT WINAPI BufferedPaintInit() {
  return S_OK;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-bufferedpaintuninit
HRESULT WINAPI BufferedPaintUnInit() {
  return S_OK;
}

// A buffer for the rectangle and its context, which is black where nothing is drawn. Null: an empty
// rectangle or no context (ERROR_INVALID_PARAMETER).
// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-beginbufferedpaint
HPAINTBUFFER WINAPI BeginBufferedPaint(HDC target, const RECT* rect, BP_BUFFERFORMAT format,
                                       BP_PAINTPARAMS* parameters, HDC* dc) {
  if (dc != nullptr) *dc = nullptr;
  if (dc == nullptr || rect == nullptr || IsRectEmpty(rect) || !is_whole(parameters) ||
      format < BPBF_COMPATIBLEBITMAP || format > BPBF_TOPDOWNMONODIB) {
    return base::fail<HPAINTBUFFER>(ERROR_INVALID_PARAMETER);
  }
  auto buffer = make_buffer(target, *rect, format);
  if (buffer == nullptr) return base::fail<HPAINTBUFFER>(ERROR_INVALID_PARAMETER);
  if (parameters != nullptr && parameters->prcExclude != nullptr) {
    buffer->excluded = *parameters->prcExclude;
  }
  if (parameters != nullptr && parameters->pBlendFunction != nullptr) {
    buffer->blend = *parameters->pBlendFunction;
  }
  *dc = buffer->dc;
  return buffers().add(std::move(buffer));
}

// Shows the buffer where `update` says so, and ends it.
// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-endbufferedpaint
HRESULT WINAPI EndBufferedPaint(HPAINTBUFFER handle, WINBOOL update) {
  const std::unique_ptr<Buffer> buffer = buffers().take(handle);
  if (buffer == nullptr) return E_HANDLE;
  if (update) show(*buffer);
  return S_OK;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getbufferedpainttargetrect
HRESULT WINAPI GetBufferedPaintTargetRect(HPAINTBUFFER handle, RECT* rect) {
  const Buffer* buffer = find(handle);
  if (buffer == nullptr) return E_HANDLE;
  if (rect == nullptr) return E_POINTER;
  *rect = buffer->rect;
  return S_OK;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getbufferedpainttargetdc
HDC WINAPI GetBufferedPaintTargetDC(HPAINTBUFFER handle) {
  const Buffer* buffer = find(handle);
  return buffer != nullptr ? buffer->target : nullptr;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getbufferedpaintdc
HDC WINAPI GetBufferedPaintDC(HPAINTBUFFER handle) {
  const Buffer* buffer = find(handle);
  return buffer != nullptr ? buffer->dc : nullptr;
}

// The pixels of a buffer made as a DIB; `row`: pixels from one line to the next.
// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getbufferedpaintbits
HRESULT WINAPI GetBufferedPaintBits(HPAINTBUFFER handle, RGBQUAD** bits, int* row) {
  const Buffer* buffer = find(handle);
  if (buffer == nullptr) return E_HANDLE;
  if (bits == nullptr || row == nullptr) return E_POINTER;
  if (buffer->bits == nullptr) return E_FAIL;
  *bits = buffer->bits;
  *row = static_cast<int>(buffer->width());
  return S_OK;
}

// "Clears a specified rectangle in the buffer to ARGB = {0,0,0,0}."
// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-bufferedpaintclear
HRESULT WINAPI BufferedPaintClear(HPAINTBUFFER handle, const RECT* part) {
  const Buffer* buffer = find(handle);
  if (buffer == nullptr) return E_HANDLE;
  const RECT rect = part != nullptr ? *part : buffer->rect;
  PatBlt(buffer->dc, rect.left, rect.top, rect.right - rect.left, rect.bottom - rect.top,
         BLACKNESS);
  return BufferedPaintSetAlpha(handle, part, 0) == E_HANDLE ? E_HANDLE : S_OK;
}

// The alpha of a DIB's pixels.
// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-bufferedpaintsetalpha
HRESULT WINAPI BufferedPaintSetAlpha(HPAINTBUFFER handle, const RECT* part, BYTE alpha) {
  const Buffer* buffer = find(handle);
  if (buffer == nullptr) return E_HANDLE;
  if (buffer->bits == nullptr) return E_FAIL;
  GdiFlush();
  // Bottom-up and top-down buffers differ in which line is first; a rectangle's lines are counted
  // from the top, as those of a top-down one, which is what alpha is used with.
  const RECT rect = pixels_of(*buffer, part);
  for (LONG y = rect.top; y < rect.bottom; ++y) {
    for (LONG x = rect.left; x < rect.right; ++x) {
      buffer->bits[y * buffer->width() + x].rgbReserved = alpha;
    }
  }
  return S_OK;
}
