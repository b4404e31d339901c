// Walking through a Windows metafile's bytes, which come from outside: nothing is read beyond their
// end.
// https://learn.microsoft.com/openspecs/windows_protocols/ms-wmf
#pragma once

#include <cstring>
#include <optional>
#include <span>
#include <vector>

#include "base/win32.h"

namespace transom::gdi {

// One record. Words beyond its end are zeros and make it bad.
class WmfRecordView {
 public:
  static constexpr std::size_t kHead = 3;  // words before the parameters

  explicit WmfRecordView(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  WORD function() const { return static_cast<WORD>(raw(2)); }
  std::size_t size() const { return bytes_.size(); }
  // How many parameters.
  std::size_t words() const { return bytes_.size() / 2 - kHead; }
  bool ok() const { return ok_; }
  std::span<const std::uint8_t> bytes() const { return bytes_; }

  // Parameters by their numbers, signed.
  int word(std::size_t index) const { return static_cast<short>(raw(kHead + index)); }
  UINT unsigned_word(std::size_t index) const { return raw(kHead + index); }
  DWORD dword(std::size_t index) const {
    return unsigned_word(index) | unsigned_word(index + 1) << 16;
  }
  // The bytes from a parameter on; `size` of them, or all that there are.
  std::span<const std::uint8_t> part(std::size_t index, std::size_t size) const;
  std::span<const std::uint8_t> rest(std::size_t index) const;
  std::vector<POINT> points(std::size_t index, std::size_t count) const;

 private:
  UINT raw(std::size_t index) const {
    if (index * 2 + 2 > bytes_.size()) {
      ok_ = false;
      return 0;
    }
    return static_cast<UINT>(bytes_[index * 2] | bytes_[index * 2 + 1] << 8);
  }

  std::span<const std::uint8_t> bytes_;
  mutable bool ok_ = true;
};

std::optional<METAHEADER> wmf_header(std::span<const std::uint8_t> bytes);

// A header and at least one record.
bool is_windows_metafile(std::span<const std::uint8_t> bytes);

std::optional<WmfRecordView> wmf_record_at(std::span<const std::uint8_t> bytes, std::size_t offset);

// Calls visit(WmfRecordView) for each record before the end; false as soon as one of them does, or
// where a record is longer than what is left.
template <class Visit>
bool for_each_wmf_record(std::span<const std::uint8_t> bytes, Visit&& visit) {
  for (std::size_t offset = sizeof(METAHEADER); offset < bytes.size();) {
    const auto record = wmf_record_at(bytes, offset);
    if (!record) return false;
    if (record->function() == 0) return true;
    if (!visit(*record)) return false;
    offset += record->size();
  }
  return true;
}

}  // namespace transom::gdi
