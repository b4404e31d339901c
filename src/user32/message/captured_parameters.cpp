#include "user32/message/captured_parameters.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "catalog/catalog.h"
#include "kernel32/memory/page_map.h"
#include "user32/message/text_conversion.h"

namespace transom::user {
namespace {

// Beyond this nobody copies: what a caller claims of its buffer may be absurd.
constexpr std::size_t kLargestBuffer = 1 << 20;

bool is_out(const catalog::Parameter& parameter) {
  return std::ranges::any_of(parameter.fields(), [](const catalog::Field& field) {
    return field.direction == catalog::Direction::kOut ||
           field.direction == catalog::Direction::kInOut;
  });
}

const std::byte* pointed(LPARAM lparam) {
  return reinterpret_cast<const std::byte*>(lparam);
}

}  // namespace

std::unique_ptr<CapturedParameters> CapturedParameters::of(HWND window, UINT message, WPARAM wparam,
                                                           LPARAM lparam, Encoding encoding) {
  const auto rule = catalog::copy_rule(message);
  if (rule == catalog::CopyRule::kNumbers || rule == catalog::CopyRule::kRefuse) return nullptr;
  auto captured = std::make_unique<CapturedParameters>();
  captured->wparam_ = captured->sender_wparam_ = wparam;
  captured->lparam_ = captured->sender_lparam_ = lparam;
  return captured->capture(window, message, encoding) ? std::move(captured) : nullptr;
}

bool CapturedParameters::capture(HWND window, UINT message, Encoding encoding) {
  const auto rule = catalog::copy_rule(message);
  if (rule == catalog::CopyRule::kOutNumbers) return capture_numbers();
  // Atoms and identifiers stand where text may.
  if (IS_INTRESOURCE(lparam_)) return false;
  switch (rule) {
    case catalog::CopyRule::kText:
      return capture_text(window, message, encoding);
    case catalog::CopyRule::kCopyData:
      return capture_copy_data();
    case catalog::CopyRule::kStructure:
      return capture_structure(message);
    case catalog::CopyRule::kArray:
      return capture_array(message);
    default:
      return false;
  }
}

bool CapturedParameters::capture_bytes(std::size_t size, Back back) {
  bytes_.assign(pointed(lparam_), pointed(lparam_) + size);
  lparam_ = reinterpret_cast<LPARAM>(bytes_.data());
  back_ = back;
  return true;
}

bool CapturedParameters::capture_text(HWND window, UINT message, Encoding encoding) {
  switch (catalog::text_rule(message)) {
    case catalog::TextRule::kIn:
      return capture_string(encoding);
    case catalog::TextRule::kInString:
      return keeps_strings(window) && capture_string(encoding);
    case catalog::TextRule::kOutWparam:
      // Of a name the result says nothing.
      return capture_buffer(wparam_, encoding,
                            message == WM_ASKCBFORMATNAME ? Back::kName : Back::kText);
    case catalog::TextRule::kOutFirstWord: {
      WORD size;
      std::memcpy(&size, pointed(lparam_), sizeof size);
      // Its first word is the size, even where there is room for less.
      return capture_buffer(std::max<std::size_t>(size, sizeof size), encoding, Back::kLine);
    }
    default:
      return false;
  }
}

bool CapturedParameters::capture_string(Encoding encoding) {
  const std::size_t length =
      encoding == Encoding::kAnsi
          ? std::strlen(reinterpret_cast<const char*>(lparam_))
          : std::char_traits<char16_t>::length(reinterpret_cast<const char16_t*>(lparam_)) *
                sizeof(char16_t);
  const std::size_t terminator = encoding == Encoding::kAnsi ? 1 : sizeof(char16_t);
  return capture_bytes(length + terminator, Back::kNothing);
}

// Only as much as has its meaning is read from the sender's buffer, which need not be as large as
// it says.
bool CapturedParameters::capture_buffer(std::size_t characters, Encoding encoding, Back back) {
  if (characters == 0 || characters > kLargestBuffer) return false;
  character_size_ = encoding == Encoding::kAnsi ? 1 : sizeof(WCHAR);
  const std::byte* buffer = pointed(lparam_);
  const std::size_t kept = back == Back::kLine ? sizeof(WORD) : character_size_;
  bytes_.assign(characters * character_size_, std::byte{});
  std::copy_n(buffer, kept, bytes_.begin());
  lparam_ = reinterpret_cast<LPARAM>(bytes_.data());
  back_ = back;
  return true;
}

bool CapturedParameters::capture_copy_data() {
  capture_bytes(sizeof(COPYDATASTRUCT), Back::kNothing);
  COPYDATASTRUCT described;
  std::memcpy(&described, bytes_.data(), sizeof described);
  if (described.lpData == nullptr || described.cbData == 0) return true;
  const auto* data = static_cast<const std::byte*>(described.lpData);
  if (kernel::is_accessible(data, described.cbData, kernel::Access::kRead)) {
    data_.assign(data, data + described.cbData);
    described.lpData = data_.data();
  } else {
    // What is not there cannot be handed over.
    described.lpData = nullptr;
    described.cbData = 0;
  }
  std::memcpy(bytes_.data(), &described, sizeof described);
  return true;
}

bool CapturedParameters::capture_structure(UINT message) {
  const catalog::Message* described = catalog::find(message);
  const auto& field = described->lparam.fields()[0];
  return capture_bytes(catalog::structure(field.argument).size,
                       is_out(described->lparam) ? Back::kAll : Back::kNothing);
}

bool CapturedParameters::capture_array(UINT message) {
  if (wparam_ == 0 || wparam_ > kLargestBuffer) return false;
  return capture_bytes(wparam_ * sizeof(DWORD),
                       is_out(catalog::find(message)->lparam) ? Back::kAll : Back::kNothing);
}

// EM_GETSEL and its like: both parameters point to a number to be written, or are null.
bool CapturedParameters::capture_numbers() {
  if (wparam_ != 0) wparam_ = reinterpret_cast<WPARAM>(&first_number_);
  if (lparam_ == 0) return wparam_ != 0;
  bytes_.resize(sizeof(DWORD));
  lparam_ = reinterpret_cast<LPARAM>(bytes_.data());
  back_ = Back::kAll;
  return true;
}

// Of the text in the buffer, with its terminator.
std::size_t CapturedParameters::terminated_size() const {
  std::size_t end = 0;
  const auto is_zero = [&](std::size_t at) {
    return std::all_of(bytes_.data() + at, bytes_.data() + at + character_size_,
                       [](std::byte byte) { return byte == std::byte{}; });
  };
  while (end + character_size_ < bytes_.size() && !is_zero(end)) end += character_size_;
  return end + character_size_;
}

void CapturedParameters::copy_back(LRESULT result) const {
  if (wparam_ != sender_wparam_) {
    std::memcpy(reinterpret_cast<void*>(sender_wparam_), &first_number_, sizeof first_number_);
  }
  const std::size_t characters = result > 0 ? static_cast<std::size_t>(result) : 0;
  std::size_t size = 0;
  switch (back_) {
    case Back::kNothing:
      return;
    case Back::kAll:
      size = bytes_.size();
      break;
    case Back::kText:  // with its terminator
      size = (std::min(characters, bytes_.size()) + 1) * character_size_;
      break;
    case Back::kName:
      size = terminated_size();
      break;
    case Back::kLine:
      size = std::min(characters, bytes_.size()) * character_size_;
      break;
  }
  std::copy_n(bytes_.data(), std::min(size, bytes_.size()),
              reinterpret_cast<std::byte*>(sender_lparam_));
}

}  // namespace transom::user
