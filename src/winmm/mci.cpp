// The Media Control Interface: no device is installed, so opening one fails and all others are not
// open.
// https://learn.microsoft.com/windows/win32/multimedia/mci
#include <algorithm>
#include <string>

#include "base/text.h"

#include <mmsystem.h>

using namespace transom;

namespace {

constexpr const char16_t* kCommands[] = {
    u"break",    u"capture",  u"close",  u"configure", u"copy",    u"cue",       u"cut",
    u"delete",   u"freeze",   u"info",   u"list",      u"load",    u"mark",      u"open",
    u"paste",    u"pause",    u"play",   u"put",       u"quality", u"realize",   u"record",
    u"reserve",  u"restore",  u"resume", u"save",      u"seek",    u"set",       u"setaudio",
    u"setvideo", u"signal",   u"spin",   u"status",    u"step",    u"stop",      u"sysinfo",
    u"undo",     u"unfreeze", u"update", u"where",     u"window",  u"capability"};

std::u16string first_word(std::u16string_view text) {
  const std::size_t start = std::min(text.find_first_not_of(u' '), text.size());
  text.remove_prefix(start);
  return base::fold_case(text.substr(0, text.find(u' ')));
}

MCIERROR carry_out(std::u16string_view command) {
  const std::u16string verb = first_word(command);
  if (verb.empty()) return MCIERR_MISSING_COMMAND_STRING;
  if (std::ranges::find(kCommands, verb) == std::end(kCommands)) {
    return MCIERR_UNRECOGNIZED_COMMAND;
  }
  return verb == u"open" ? MCIERR_CANNOT_LOAD_DRIVER : MCIERR_INVALID_DEVICE_NAME;
}

MCIERROR send(MCIDEVICEID device, UINT message, DWORD_PTR parameters) {
  if (message == MCI_OPEN) {
    return parameters == 0 ? MCIERR_NULL_PARAMETER_BLOCK : MCIERR_CANNOT_LOAD_DRIVER;
  }
  // "All devices": there are none to close.
  if (message == MCI_CLOSE && device == MCI_ALL_DEVICE_ID) return 0;
  return MCIERR_INVALID_DEVICE_ID;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/mmsystem/nf-mmsystem-mcisendcommandw
MCIERROR WINAPI mciSendCommandW(MCIDEVICEID device, UINT message, DWORD_PTR, DWORD_PTR parameters) {
  return send(device, message, parameters);
}
MCIERROR WINAPI mciSendCommandA(MCIDEVICEID device, UINT message, DWORD_PTR, DWORD_PTR parameters) {
  return send(device, message, parameters);
}

// https://learn.microsoft.com/windows/win32/api/mmsystem/nf-mmsystem-mcisendstringw
MCIERROR WINAPI mciSendStringW(LPCWSTR command, LPWSTR result, UINT size, HWND) {
  if (result != nullptr && size > 0) result[0] = 0;
  return command == nullptr ? MCIERR_MISSING_COMMAND_STRING : carry_out(base::as_char16(command));
}
MCIERROR WINAPI mciSendStringA(LPCSTR command, LPSTR result, UINT size, HWND) {
  if (result != nullptr && size > 0) result[0] = 0;
  return carry_out(base::to_utf16(command));
}
// The headers have forgotten it.
#pragma GCC visibility push(default)
extern "C" WINBOOL WINAPI mciExecute(LPCSTR command);
#pragma GCC visibility pop

// Shows no message box for what fails. https://learn.microsoft.com/previous-versions/dd757160
WINBOOL WINAPI mciExecute(LPCSTR command) {
  return carry_out(base::to_utf16(command)) == 0;
}

// 0: no such device is open.
MCIDEVICEID WINAPI mciGetDeviceIDW(LPCWSTR) {
  return 0;
}
MCIDEVICEID WINAPI mciGetDeviceIDA(LPCSTR) {
  return 0;
}
MCIDEVICEID WINAPI mciGetDeviceIDFromElementIDW(DWORD, LPCWSTR) {
  return 0;
}
MCIDEVICEID WINAPI mciGetDeviceIDFromElementIDA(DWORD, LPCSTR) {
  return 0;
}
WINBOOL WINAPI mciSetYieldProc(MCIDEVICEID, YIELDPROC, DWORD) {
  return FALSE;
}
YIELDPROC WINAPI mciGetYieldProc(MCIDEVICEID, LPDWORD) {
  return nullptr;
}
HTASK WINAPI mciGetCreatorTask(MCIDEVICEID) {
  return nullptr;
}
