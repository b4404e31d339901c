#include "gdi32/metafile/file_bytes.h"

namespace transom::gdi {
namespace {

class File {
 public:
  explicit File(HANDLE handle) : handle_(handle) {}
  ~File() {
    if (*this) CloseHandle(handle_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  explicit operator bool() const { return handle_ != INVALID_HANDLE_VALUE; }
  HANDLE get() const { return handle_; }

 private:
  HANDLE handle_;
};

constexpr DWORD kLargest = INT32_MAX;

}  // namespace

std::optional<std::vector<std::uint8_t>> read_file(LPCWSTR name) {
  const File file(CreateFileW(name, GENERIC_READ, FILE_SHARE_READ, nullptr, OPEN_EXISTING,
                              FILE_ATTRIBUTE_NORMAL, nullptr));
  if (!file) return {};
  DWORD high = 0;
  const DWORD size = GetFileSize(file.get(), &high);
  if (high != 0 || size > kLargest) return {};
  std::vector<std::uint8_t> bytes(size);
  DWORD done = 0;
  if (!ReadFile(file.get(), bytes.data(), size, &done, nullptr)) return {};
  bytes.resize(done);
  return bytes;
}

bool write_file(LPCWSTR name, std::span<const std::uint8_t> bytes) {
  const File file(
      CreateFileW(name, GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr));
  if (!file) return false;
  DWORD done = 0;
  const auto size = static_cast<DWORD>(bytes.size());
  return WriteFile(file.get(), bytes.data(), size, &done, nullptr) && done == size;
}

}  // namespace transom::gdi
