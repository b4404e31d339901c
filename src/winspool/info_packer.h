// Lists of structures in a program's buffer: the structures first, the texts that they point to
// behind them. Used twice, to count and to write.
//
//   const auto fill = [&](InfoPacker<Char>& packer) { packer.next<INFO>(); … packer.text(name); };
//   return give_infos<Char>(fill, records, sizeof(INFO), {buffer, size, needed, returned});
#pragma once

#include <algorithm>
#include <cstring>
#include <string_view>

#include "base/last_error.h"
#include "base/text.h"
#include "winspool/device_mode.h"

namespace transom::winspool {

struct InfoBuffer {
  BYTE* bytes;
  DWORD size;
  DWORD* needed;
  DWORD* returned;  // null: there is one
};

template <class Char>
class InfoPacker {
 public:
  // Null: only counts. `structures` is what those take together.
  InfoPacker(BYTE* bytes, std::size_t structures) : bytes_(bytes), end_(structures) {}

  std::size_t size() const { return end_; }

  // The place of the next structure, all zero; a scratch one while counting.
  template <class Info>
  Info& next() {
    static thread_local Info scratch;
    Info* info = bytes_ != nullptr ? reinterpret_cast<Info*>(bytes_ + at_) : &scratch;
    at_ += sizeof(Info);
    std::memset(static_cast<void*>(info), 0, sizeof(Info));
    return *info;
  }

  Char* text(std::u16string_view text) {
    if constexpr (sizeof(Char) == 1) {
      const std::string narrow = base::to_ansi(text);
      return static_cast<Char*>(put(narrow.c_str(), narrow.size() + 1));
    } else {
      const std::u16string whole(text);
      return static_cast<Char*>(put(whole.c_str(), (whole.size() + 1) * sizeof(char16_t)));
    }
  }

  auto* mode(const DEVMODEW& mode) {
    if constexpr (sizeof(Char) == 1) {
      const DEVMODEA narrow = narrow_device_mode(mode);
      return static_cast<DEVMODEA*>(put(&narrow, sizeof narrow));
    } else {
      return static_cast<DEVMODEW*>(put(&mode, sizeof mode));
    }
  }

 private:
  void* put(const void* from, std::size_t size) {
    constexpr std::size_t kAlignment = 8;
    end_ = (end_ + kAlignment - 1) / kAlignment * kAlignment;
    BYTE* place = bytes_ != nullptr ? bytes_ + end_ : nullptr;
    if (place != nullptr) std::memcpy(place, from, size);
    end_ += size;
    return place;
  }

  BYTE* bytes_;
  std::size_t at_ = 0;
  std::size_t end_;
};

// Calls fill(packer) to count, and again where the buffer suffices. Else FALSE,
// ERROR_INSUFFICIENT_BUFFER.
template <class Char, class Fill>
BOOL give_infos(const Fill& fill, std::size_t count, std::size_t structure,
                const InfoBuffer& buffer) {
  if (buffer.needed == nullptr) return base::fail(RPC_X_NULL_REF_POINTER);
  InfoPacker<Char> counting(nullptr, count * structure);
  fill(counting);
  *buffer.needed = static_cast<DWORD>(counting.size());
  if (buffer.returned != nullptr) *buffer.returned = 0;
  if (counting.size() > buffer.size || (buffer.bytes == nullptr && counting.size() > 0)) {
    return base::fail(ERROR_INSUFFICIENT_BUFFER);
  }
  InfoPacker<Char> writing(buffer.bytes, count * structure);
  if (count > 0) fill(writing);
  if (buffer.returned != nullptr) *buffer.returned = static_cast<DWORD>(count);
  return TRUE;
}

}  // namespace transom::winspool
