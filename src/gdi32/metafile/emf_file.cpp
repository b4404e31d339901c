#include "gdi32/metafile/emf_file.h"

namespace transom::gdi {
namespace {

constexpr std::size_t kOldestHeader = 88;

}  // namespace

std::vector<POINT> EmfRecordView::points(std::size_t offset, std::size_t count, bool small) const {
  if (!small) return array<POINT>(offset, count);
  std::vector<POINT> points;
  for (const POINTS point : array<POINTS>(offset, count)) points.push_back({point.x, point.y});
  return points;
}

std::optional<ENHMETAHEADER> emf_header(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < kOldestHeader) return {};
  ENHMETAHEADER header{};
  std::memcpy(&header, bytes.data(), std::min(bytes.size(), sizeof header));
  if (header.iType != EMR_HEADER || header.dSignature != ENHMETA_SIGNATURE) return {};
  if (header.nSize < kOldestHeader || header.nSize > bytes.size()) return {};
  if (header.nSize < sizeof header) {
    std::memset(reinterpret_cast<std::uint8_t*>(&header) + header.nSize, 0,
                sizeof header - header.nSize);
  }
  return header;
}

std::optional<EmfRecordView> emf_record_at(std::span<const std::uint8_t> bytes,
                                           std::size_t offset) {
  if (offset > bytes.size() || bytes.size() - offset < sizeof(EMR)) return {};
  EMR head;
  std::memcpy(&head, bytes.data() + offset, sizeof head);
  if (head.nSize < sizeof(EMR) || head.nSize % 4 != 0 || head.nSize > bytes.size() - offset) {
    return {};
  }
  return EmfRecordView(bytes.subspan(offset, head.nSize));
}

bool is_enhanced_metafile(std::span<const std::uint8_t> bytes) {
  return emf_header(bytes).has_value() &&
         for_each_emf_record(bytes, [](const EmfRecordView&) { return true; });
}

}  // namespace transom::gdi
