#include "gdi32/metafile/wmf_file.h"

namespace transom::gdi {

std::span<const std::uint8_t> WmfRecordView::part(std::size_t index, std::size_t size) const {
  const std::size_t offset = (kHead + index) * 2;
  if (offset > bytes_.size() || bytes_.size() - offset < size) {
    ok_ = false;
    return {};
  }
  return bytes_.subspan(offset, size);
}

std::span<const std::uint8_t> WmfRecordView::rest(std::size_t index) const {
  const std::size_t offset = (kHead + index) * 2;
  return offset < bytes_.size() ? bytes_.subspan(offset) : std::span<const std::uint8_t>();
}

std::vector<POINT> WmfRecordView::points(std::size_t index, std::size_t count) const {
  std::vector<POINT> points;
  if (part(index, count * 4).size() != count * 4) return points;
  for (std::size_t i = 0; i < count; ++i) {
    points.push_back({word(index + 2 * i), word(index + 2 * i + 1)});
  }
  return points;
}

std::optional<METAHEADER> wmf_header(std::span<const std::uint8_t> bytes) {
  METAHEADER header;
  if (bytes.size() < sizeof header) return {};
  std::memcpy(&header, bytes.data(), sizeof header);
  const bool known_type = header.mtType == 1 || header.mtType == 2;
  const bool known_version = header.mtVersion == 0x100 || header.mtVersion == 0x300;
  if (!known_type || !known_version || header.mtHeaderSize != sizeof header / 2) return {};
  return header;
}

std::optional<WmfRecordView> wmf_record_at(std::span<const std::uint8_t> bytes,
                                           std::size_t offset) {
  constexpr std::size_t kSmallest = WmfRecordView::kHead * 2;
  if (offset > bytes.size() || bytes.size() - offset < kSmallest) return {};
  DWORD words;
  std::memcpy(&words, bytes.data() + offset, sizeof words);
  if (words < WmfRecordView::kHead || words > (bytes.size() - offset) / 2) return {};
  return WmfRecordView(bytes.subspan(offset, std::size_t{words} * 2));
}

bool is_windows_metafile(std::span<const std::uint8_t> bytes) {
  return wmf_header(bytes).has_value() && wmf_record_at(bytes, sizeof(METAHEADER)).has_value();
}

}  // namespace transom::gdi
