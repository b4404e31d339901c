#include "gdi32/metafile/emf_player.h"

#include <array>
#include <cmath>

#include "gdi32/device_context.h"

namespace transom::gdi {
namespace {

thread_local EmfPlayer* innermost = nullptr;

using Handler = bool (*)(EmfPlayer&, const EmfRecordView&);

struct Table {
  std::array<Handler, EMR_MAX + 1> handlers{};
  Table() {
    for (const auto area :
         {emf_shape_records, emf_state_records, emf_object_records, emf_pixel_records}) {
      for (const EmfEntry& entry : area()) handlers[entry.type] = entry.play;
    }
  }
};

Handler handler_of(DWORD type) {
  static const Table table;
  return type < table.handlers.size() ? table.handlers[type] : nullptr;
}

LONG rounded(double value) {
  return static_cast<LONG>(std::lround(std::clamp(value, -2147483647.0, 2147483647.0)));
}

}  // namespace

EmfPlayer::EmfPlayer(HDC dc, HANDLETABLE* handles, UINT count,
                     std::optional<EmfPlacement> placement)
    : dc_(dc), handles_(handles), count_(count), placement_(placement), outer_(innermost) {
  innermost = this;
  // What the program's own callback has saved is within reach of a record that it plays.
  if (placement) return;
  if (const auto context = find_dc(dc)) saved_.resize(context->saved.size());
}

EmfPlayer::~EmfPlayer() {
  innermost = outer_;
}

EmfPlayer* EmfPlayer::current(HDC dc, const HANDLETABLE* handles) {
  for (EmfPlayer* player = innermost; player != nullptr; player = player->outer_) {
    if (player->dc_ == dc && player->handles_ == handles) return player;
  }
  return nullptr;
}

bool EmfPlayer::play(const EmfRecordView& record) {
  const Handler handler = handler_of(record.type());
  return handler == nullptr || (handler(*this, record) && record.ok());
}

void EmfPlayer::update_mapping() {
  mapping_.update();
  const EmfPlacement& to = *placement_;
  const XFORM combined{static_cast<FLOAT>(mapping_.m11 * to.scale_x),
                       static_cast<FLOAT>(mapping_.m12 * to.scale_y),
                       static_cast<FLOAT>(mapping_.m21 * to.scale_x),
                       static_cast<FLOAT>(mapping_.m22 * to.scale_y),
                       static_cast<FLOAT>(mapping_.dx * to.scale_x + to.move_x),
                       static_cast<FLOAT>(mapping_.dy * to.scale_y + to.move_y)};
  SetWorldTransform(dc_, &combined);
}

void EmfPlayer::save() {
  // Hostile files save for ever.
  constexpr std::size_t kDeepest = 4096;
  if (saved_.size() < kDeepest && SaveDC(dc_) != 0) saved_.push_back(mapping_);
}

void EmfPlayer::restore(int level) {
  const auto depth = static_cast<int>(saved_.size());
  if (level > 0) level = level - depth - 1;
  if (level >= 0 || level < -depth) return;
  if (!RestoreDC(dc_, level)) return;
  const auto at = static_cast<std::size_t>(depth + level);
  mapping_ = saved_[at];
  saved_.resize(at);
}

POINT EmfPlayer::to_target(POINT device) const {
  if (!placement_) return device;
  return {rounded(device.x * placement_->scale_x + placement_->move_x),
          rounded(device.y * placement_->scale_y + placement_->move_y)};
}

HGDIOBJ EmfPlayer::object_at(DWORD handle) const {
  if ((handle & ENHMETA_STOCK_OBJECT) != 0) {
    return stock_object(static_cast<int>(handle & ~ENHMETA_STOCK_OBJECT));
  }
  return is_place(handle) ? handles_->objectHandle[handle] : nullptr;
}

bool EmfPlayer::keep_object(DWORD place, HGDIOBJ object) {
  if (object == nullptr) return false;
  if (!is_place(place)) {
    DeleteObject(object);
    return false;
  }
  delete_object_at(place);
  handles_->objectHandle[place] = object;
  return true;
}

void EmfPlayer::delete_object_at(DWORD place) {
  if (!is_place(place)) return;
  if (const HGDIOBJ object = std::exchange(handles_->objectHandle[place], nullptr)) {
    DeleteObject(object);
  }
}

std::optional<StoredDib> emf_dib(const EmfRecordView& record, std::size_t offsets, UINT usage,
                                 UINT lines) {
  const auto header = record.part(record.at<DWORD>(offsets), record.at<DWORD>(offsets + 4));
  const auto bits = record.part(record.at<DWORD>(offsets + 8), record.at<DWORD>(offsets + 12));
  if (bits.empty()) return {};
  return stored_dib(header, bits, usage, lines);
}

HRGN emf_region(const EmfRecordView& record, std::size_t offset, std::size_t size,
                const EmfPlayer* place) {
  const EmfRecordView data(record.part(offset, size));
  const auto header = data.at<RGNDATAHEADER>(0);
  if (!data.ok() || header.dwSize < sizeof header || header.iType != RDH_RECTANGLES) return nullptr;
  std::vector<RECT> rects = data.array<RECT>(header.dwSize, header.nCount);
  if (!data.ok()) return nullptr;
  for (RECT& rect : rects) {
    POINT a{rect.left, rect.top}, b{rect.right, rect.bottom};
    if (place != nullptr) {
      a = place->to_target(a);
      b = place->to_target(b);
    }
    rect = {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
  }
  return create_region(Region(rects));
}

}  // namespace transom::gdi
