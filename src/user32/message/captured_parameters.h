// The memory that the parameters of a cross-thread send point to, copied.
//
// The sender may be gone before the receiver is done: its time is up, or the receiver has called
// ReplyMessage and reads on. The receiver therefore never sees the sender's memory where the
// catalogue knows what is pointed to; what the receiver writes comes back with the reply. Messages
// of WM_USER and above, and structures with pointers in them, pass as they are.
#pragma once

#include <memory>
#include <vector>

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

class CapturedParameters {
 public:
  // On the sender's thread. Null where there is nothing to copy.
  static std::unique_ptr<CapturedParameters> of(HWND window, UINT message, WPARAM wparam,
                                                LPARAM lparam, Encoding encoding);

  // What the receiver gets.
  WPARAM wparam() const { return wparam_; }
  LPARAM lparam() const { return lparam_; }

  // On the sender's thread, after the reply: what was written goes to the sender's memory.
  void copy_back(LRESULT result) const;

 private:
  enum class Back { kNothing, kAll, kText, kName, kLine };

  bool capture(HWND window, UINT message, Encoding encoding);
  bool capture_text(HWND window, UINT message, Encoding encoding);
  bool capture_string(Encoding encoding);
  bool capture_buffer(std::size_t characters, Encoding encoding, Back back);
  std::size_t terminated_size() const;
  bool capture_copy_data();
  bool capture_structure(UINT message);
  bool capture_array(UINT message);
  bool capture_numbers();
  // lParam's `size` bytes.
  bool capture_bytes(std::size_t size, Back back);

  WPARAM wparam_ = 0;
  LPARAM lparam_ = 0;
  WPARAM sender_wparam_ = 0;
  LPARAM sender_lparam_ = 0;
  std::vector<std::byte> bytes_;  // what lparam_ points to
  std::vector<std::byte> data_;   // COPYDATASTRUCT's
  DWORD first_number_ = 0;        // what wparam_ points to where both are numbers to be written
  Back back_ = Back::kNothing;
  std::size_t character_size_ = sizeof(WCHAR);
};

}  // namespace transom::user
