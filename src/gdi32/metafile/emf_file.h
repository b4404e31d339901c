// Walking through an enhanced metafile's bytes, which come from outside: nothing is read beyond
// their end, and a record that lies about its size ends the walk.
// https://learn.microsoft.com/openspecs/windows_protocols/ms-emf
#pragma once

#include <cstring>
#include <optional>
#include <span>
#include <vector>

#include "base/win32.h"

namespace transom::gdi {

// One record. Reads beyond its end answer zeros and make it bad.
class EmfRecordView {
 public:
  explicit EmfRecordView(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  DWORD type() const { return at<DWORD>(0); }
  std::size_t size() const { return bytes_.size(); }
  const ENHMETARECORD* record() const {
    return reinterpret_cast<const ENHMETARECORD*>(bytes_.data());
  }
  bool ok() const { return ok_; }

  template <class T>
  T at(std::size_t offset) const {
    T value{};
    if (offset > bytes_.size() || bytes_.size() - offset < sizeof(T)) {
      ok_ = false;
      return value;
    }
    std::memcpy(&value, bytes_.data() + offset, sizeof value);
    return value;
  }
  int number(std::size_t offset) const { return at<std::int32_t>(offset); }

  // Empty, and bad, where the part is not within the record.
  std::span<const std::uint8_t> part(std::size_t offset, std::size_t size) const {
    if (offset > bytes_.size() || bytes_.size() - offset < size) {
      ok_ = false;
      return {};
    }
    return bytes_.subspan(offset, size);
  }
  // `count` values of a type, copied.
  template <class T>
  std::vector<T> array(std::size_t offset, std::size_t count) const {
    if (count > bytes_.size() / sizeof(T)) {
      ok_ = false;
      return {};
    }
    const auto bytes = part(offset, count * sizeof(T));
    std::vector<T> values(bytes.size() / sizeof(T));
    if (!values.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
  }
  // Points of 32 or 16 bits.
  std::vector<POINT> points(std::size_t offset, std::size_t count, bool small) const;

 private:
  std::span<const std::uint8_t> bytes_;
  mutable bool ok_ = true;
};

// The header's first 100 bytes at least; the fields of later versions are zero where it has none.
std::optional<ENHMETAHEADER> emf_header(std::span<const std::uint8_t> bytes);

// A header, and records without gaps up to EMR_EOF.
bool is_enhanced_metafile(std::span<const std::uint8_t> bytes);

// The record at an offset; nothing where there is no whole one.
std::optional<EmfRecordView> emf_record_at(std::span<const std::uint8_t> bytes, std::size_t offset);

// Calls visit(EmfRecordView) for each record up to the end; false as soon as one of them does.
template <class Visit>
bool for_each_emf_record(std::span<const std::uint8_t> bytes, Visit&& visit) {
  for (std::size_t offset = 0;;) {
    const auto record = emf_record_at(bytes, offset);
    if (!record || !visit(*record)) return false;
    if (record->type() == EMR_EOF) return true;
    offset += record->size();
  }
}

}  // namespace transom::gdi
