#include "host/x11/frame_buffer.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "gdi32/surface_lock.h"
#include "host/x11/reply.h"

namespace transom::host::x11 {
namespace {

// More rectangles than this cost more than the pixels between them.
constexpr std::size_t kMostRectangles = 16;

std::vector<RECT> parts_of(const gdi::Region& area) {
  const auto rects = area.rects();
  if (rects.size() > kMostRectangles) return {area.bounds()};
  return {rects.begin(), rects.end()};
}

// Memory without a name that can be passed to the server; unmapped with the last owner.
struct SharedMapping {
  void* address = MAP_FAILED;
  std::size_t size = 0;

  SharedMapping(int file, std::size_t bytes) : size(bytes) {
    address = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  }
  ~SharedMapping() {
    if (address != MAP_FAILED) munmap(address, size);
  }
  SharedMapping(const SharedMapping&) = delete;
  SharedMapping& operator=(const SharedMapping&) = delete;
};

std::int16_t position(LONG value) {
  return static_cast<std::int16_t>(std::clamp<LONG>(value, INT16_MIN, INT16_MAX));
}

}  // namespace

std::unique_ptr<FrameBuffer> FrameBuffer::create(Connection& connection, int width, int height) {
  std::unique_ptr<FrameBuffer> buffer(new FrameBuffer(connection));
  if (connection.can_share_memory() && width > 0 && height > 0 &&
      !buffer->make_shared(width, height)) {
    connection.stop_sharing_memory();
  }
  if (!buffer->surface_) buffer->surface_ = gdi::Surface::create(width, height);
  return buffer->surface_ ? std::move(buffer) : nullptr;
}

// The request that attaches the segment closes the descriptor.
bool FrameBuffer::make_shared(int width, int height) {
  const std::size_t stride = static_cast<std::size_t>(width) * 4;
  const std::size_t bytes = stride * static_cast<std::size_t>(height);
  const int file = memfd_create("transom-window", MFD_CLOEXEC);
  if (file < 0) return false;
  std::shared_ptr<SharedMapping> mapping;
  if (ftruncate(file, static_cast<off_t>(bytes)) == 0) {
    mapping = std::make_shared<SharedMapping>(file, bytes);
  }
  if (!mapping || mapping->address == MAP_FAILED) {
    close(file);
    return false;
  }
  xcb_connection_t* xcb = connection_.xcb();
  segment_ = xcb_generate_id(xcb);
  const auto cookie = xcb_shm_attach_fd_checked(xcb, segment_, file, 1);
  const Reply<xcb_generic_error_t> error(xcb_request_check(xcb, cookie));
  if (error) {
    segment_ = 0;
    return false;
  }
  surface_ = gdi::Surface::wrap(width, height, {}, mapping->address,
                                static_cast<std::ptrdiff_t>(stride), mapping);
  return surface_ != nullptr;
}

FrameBuffer::~FrameBuffer() {
  if (segment_ == 0) return;
  xcb_shm_detach(connection_.xcb(), segment_);
  connection_.flush();
}

void FrameBuffer::present(xcb_window_t window, xcb_gcontext_t context, POINT corner,
                          const gdi::Region& area) {
  gdi::Region changed = area;
  changed &= surface_->bounds();
  if (changed.empty()) return;
  if (segment_ == 0) {
    for (const RECT& part : parts_of(changed)) send_copied(window, context, corner, part);
  } else {
    waiting_ |= changed;
    if (!in_flight_) send_shared(window, context, corner);
  }
  connection_.flush();
}

void FrameBuffer::completed(xcb_window_t window, xcb_gcontext_t context, POINT corner) {
  in_flight_ = false;
  if (waiting_.empty()) return;
  send_shared(window, context, corner);
  connection_.flush();
}

void FrameBuffer::send_shared(xcb_window_t window, xcb_gcontext_t context, POINT corner) {
  const std::vector<RECT> parts = parts_of(waiting_);
  waiting_.clear();
  in_flight_ = true;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const RECT& part = parts[i];
    const bool last = i + 1 == parts.size();
    xcb_shm_put_image(
        connection_.xcb(), window, context, static_cast<std::uint16_t>(surface_->width()),
        static_cast<std::uint16_t>(surface_->height()), static_cast<std::uint16_t>(part.left),
        static_cast<std::uint16_t>(part.top), static_cast<std::uint16_t>(part.right - part.left),
        static_cast<std::uint16_t>(part.bottom - part.top), position(part.left - corner.x),
        position(part.top - corner.y), connection_.depth(), XCB_IMAGE_FORMAT_Z_PIXMAP, last,
        segment_, 0);
  }
}

// In bands that fit in one request each.
void FrameBuffer::send_copied(xcb_window_t window, xcb_gcontext_t context, POINT corner,
                              const RECT& part) {
  const std::size_t row = static_cast<std::size_t>(part.right - part.left);
  const std::size_t most =
      static_cast<std::size_t>(xcb_get_maximum_request_length(connection_.xcb())) - 64;
  const auto band = static_cast<LONG>(std::clamp<std::size_t>(most / row, 1, 1024));
  std::vector<std::uint32_t> pixels;
  for (LONG top = part.top; top < part.bottom; top += band) {
    const LONG bottom = std::min(top + band, part.bottom);
    pixels.clear();
    {
      const gdi::SurfaceLock lock(*surface_);
      for (LONG y = top; y < bottom; ++y) {
        const std::uint32_t* from = surface_->row(y) + part.left;
        pixels.insert(pixels.end(), from, from + row);
      }
    }
    xcb_put_image(connection_.xcb(), XCB_IMAGE_FORMAT_Z_PIXMAP, window, context,
                  static_cast<std::uint16_t>(row), static_cast<std::uint16_t>(bottom - top),
                  position(part.left - corner.x), position(top - corner.y), 0, connection_.depth(),
                  static_cast<std::uint32_t>(pixels.size() * 4),
                  reinterpret_cast<const std::uint8_t*>(pixels.data()));
  }
}

}  // namespace transom::host::x11
