// The standard handles, and the little of consoles that window programs use: text out, text in.
// A console is the terminal that the program was started from; no window is ever opened for one.
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <mutex>

#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/file/file_object.h"
#include "kernel32/file/host_error.h"

using namespace transom;
using namespace transom::kernel;

namespace {

struct StandardHandles {
  std::mutex mutex;
  // Guarded by the mutex; made on first use.
  std::array<HANDLE, 3> handles{};
};

StandardHandles& standard_handles() {
  static auto* handles = new StandardHandles;
  return *handles;
}

// 0, 1 or 2; -1: not one of the three.
int descriptor_of(DWORD which) {
  switch (which) {
    case STD_INPUT_HANDLE:
      return 0;
    case STD_OUTPUT_HANDLE:
      return 1;
    case STD_ERROR_HANDLE:
      return 2;
    default:
      return -1;
  }
}

HANDLE open_standard(int descriptor) {
  constexpr DWORD kShare = FILE_SHARE_READ | FILE_SHARE_WRITE;
  return open_handle(std::make_shared<File>(
      descriptor, "", OpenModes{GENERIC_READ | GENERIC_WRITE, kShare}, File::Owner::kProcess));
}

std::shared_ptr<File> find_terminal(HANDLE handle) {
  auto file = find_as<File>(handle);
  if (file != nullptr && isatty(file->descriptor)) return file;
  base::set_last_error(ERROR_INVALID_HANDLE);
  return nullptr;
}

WINBOOL write_text(HANDLE handle, const std::string& text, DWORD characters, LPDWORD written) {
  if (written != nullptr) *written = 0;
  const auto file = find_terminal(handle);
  if (file == nullptr) return FALSE;
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t count = write(file->descriptor, text.data() + done, text.size() - done);
    if (count < 0 && errno != EINTR) return base::fail(error_of(errno));
    if (count > 0) done += static_cast<std::size_t>(count);
  }
  if (written != nullptr) *written = characters;
  return TRUE;
}

bool has_terminal() {
  return isatty(0) || isatty(1) || isatty(2);
}

bool has_output() {
  return fcntl(1, F_GETFD) >= 0 || fcntl(2, F_GETFD) >= 0;
}

// Whether the program has a console.
std::atomic<bool>& attached() {
  static std::atomic<bool> is_attached{has_terminal()};
  return is_attached;
}

}  // namespace

// https://learn.microsoft.com/windows/console/getstdhandle
HANDLE WINAPI GetStdHandle(DWORD which) {
  const int descriptor = descriptor_of(which);
  if (descriptor < 0) return base::fail(ERROR_INVALID_HANDLE, INVALID_HANDLE_VALUE);
  std::lock_guard lock(standard_handles().mutex);
  HANDLE& handle = standard_handles().handles[static_cast<std::size_t>(descriptor)];
  if (handle == nullptr) handle = open_standard(descriptor);
  return handle;
}
// https://learn.microsoft.com/windows/console/setstdhandle
WINBOOL WINAPI SetStdHandle(DWORD which, HANDLE handle) {
  const int descriptor = descriptor_of(which);
  if (descriptor < 0) return base::fail(ERROR_INVALID_HANDLE);
  std::lock_guard lock(standard_handles().mutex);
  standard_handles().handles[static_cast<std::size_t>(descriptor)] = handle;
  return TRUE;
}

// Last errors: ERROR_INVALID_HANDLE (not a terminal: use WriteFile).
// https://learn.microsoft.com/windows/console/writeconsole
WINBOOL WINAPI WriteConsoleW(HANDLE handle, const VOID* text, DWORD count, LPDWORD written,
                             LPVOID) {
  if (text == nullptr && count != 0) return base::fail(ERROR_NOACCESS);
  const std::u16string_view view(static_cast<const char16_t*>(text), count);
  return write_text(handle, base::utf16_to_utf8(view), count, written);
}
WINBOOL WINAPI WriteConsoleA(HANDLE handle, const VOID* text, DWORD count, LPDWORD written,
                             LPVOID) {
  if (text == nullptr && count != 0) return base::fail(ERROR_NOACCESS);
  const std::string_view view(static_cast<const char*>(text), count);
  return write_text(handle, base::utf16_to_utf8(base::to_utf16(view)), count, written);
}

// Last errors: ERROR_INVALID_HANDLE (not a terminal).
// https://learn.microsoft.com/windows/console/getconsolemode
WINBOOL WINAPI GetConsoleMode(HANDLE handle, LPDWORD mode) {
  const auto file = find_terminal(handle);
  if (file == nullptr) return FALSE;
  if (mode == nullptr) return base::fail(ERROR_NOACCESS);
  *mode = file->descriptor == 0 ? ENABLE_PROCESSED_INPUT | ENABLE_LINE_INPUT | ENABLE_ECHO_INPUT
                                : ENABLE_PROCESSED_OUTPUT | ENABLE_WRAP_AT_EOL_OUTPUT;
  return TRUE;
}

// A program that was started from a terminal has it as its console. One without may ask for one:
// its standard handles are then the console, wherever they lead. Last errors: ERROR_ACCESS_DENIED
// (it has one), ERROR_GEN_FAILURE (no handle leads anywhere).
// https://learn.microsoft.com/windows/console/allocconsole
WINBOOL WINAPI AllocConsole() {
  if (attached()) return base::fail(ERROR_ACCESS_DENIED);
  if (!has_output()) return base::fail(ERROR_GEN_FAILURE);
  attached() = true;
  return TRUE;
}
// The creator's console is the terminal. Last errors: ERROR_ACCESS_DENIED, ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/console/attachconsole
WINBOOL WINAPI AttachConsole(DWORD) {
  if (attached()) return base::fail(ERROR_ACCESS_DENIED);
  if (!has_terminal()) return base::fail(ERROR_INVALID_HANDLE);
  attached() = true;
  return TRUE;
}
// Last errors: ERROR_INVALID_PARAMETER (it has none).
// https://learn.microsoft.com/windows/console/freeconsole
WINBOOL WINAPI FreeConsole() {
  return attached().exchange(false) ? TRUE : base::fail(ERROR_INVALID_PARAMETER);
}
// https://learn.microsoft.com/windows/console/getconsolewindow
HWND WINAPI GetConsoleWindow() {
  return nullptr;
}
// Text to and from the terminal is UTF-8.
// https://learn.microsoft.com/windows/console/getconsoleoutputcp
UINT WINAPI GetConsoleOutputCP() {
  return CP_UTF8;
}
UINT WINAPI GetConsoleCP() {
  return CP_UTF8;
}
