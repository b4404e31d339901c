// What the errors of multimedia functions mean, in words.
#include <algorithm>

#include "base/text.h"

#include <mmsystem.h>

namespace {

struct ErrorText {
  DWORD error;
  const char* text;
};

// https://learn.microsoft.com/windows/win32/multimedia/waveform-audio-functions
constexpr ErrorText kCommon[] = {
    {MMSYSERR_NOERROR, "The specified command was carried out."},
    {MMSYSERR_ERROR, "Undefined external error."},
    {MMSYSERR_BADDEVICEID, "A device ID has been used that is out of range for your system."},
    {MMSYSERR_NOTENABLED, "The driver was not enabled."},
    {MMSYSERR_ALLOCATED,
     "The specified device is already in use. Wait until it is free, and then try again."},
    {MMSYSERR_INVALHANDLE, "The specified device handle is invalid."},
    {MMSYSERR_NODRIVER, "There is no driver installed on your system."},
    {MMSYSERR_NOMEM, "Not enough memory available for this task."},
    {MMSYSERR_NOTSUPPORTED, "This function is not supported."},
    {MMSYSERR_BADERRNUM, "An error number was specified that is not defined in the system."},
    {MMSYSERR_INVALFLAG, "An invalid flag was passed to a system function."},
    {MMSYSERR_INVALPARAM, "An invalid parameter was passed to a system function."},
    {WAVERR_BADFORMAT, "The specified format is not supported or cannot be translated."},
    {WAVERR_STILLPLAYING, "Cannot perform this operation while media data is still playing."},
    {WAVERR_UNPREPARED, "The wave header was not prepared."},
    {MIDIERR_UNPREPARED, "The MIDI header was not prepared."},
    {MIDIERR_STILLPLAYING, "Cannot perform this operation while media data is still playing."},
    {MIDIERR_NOMAP, "A MIDI map was not found."},
    {MIDIERR_NOTREADY, "The port is transmitting data to the device."},
    {MIDIERR_NODEVICE, "The current MIDI setup refers to a device that is not installed."},
    {MIDIERR_INVALIDSETUP, "The current MIDI setup is damaged."},
    {MCIERR_INVALID_DEVICE_ID,
     "Invalid MCI device ID. Use the ID returned when opening the device."},
    {MCIERR_UNRECOGNIZED_COMMAND, "The driver cannot recognize the specified command."},
    {MCIERR_INVALID_DEVICE_NAME, "The specified device is not open or is not recognized by MCI."},
    {MCIERR_CANNOT_LOAD_DRIVER, "Cannot load the driver for the specified device."},
    {MCIERR_MISSING_COMMAND_STRING, "No command was specified."},
    {MCIERR_PARAM_OVERFLOW, "The output string was too large to fit in the return buffer."},
    {MCIERR_NULL_PARAMETER_BLOCK, "A null parameter block was passed to MCI."},
    {MCIERR_DEVICE_NOT_INSTALLED, "The specified device is not installed on the system."},
};

const char* text_of(DWORD error) {
  const auto found = std::ranges::find(kCommon, error, &ErrorText::error);
  return found != std::end(kCommon) ? found->text : nullptr;
}

// What does not fit is cut.
template <class Char>
void copy(const char* text, Char* buffer, UINT size) {
  UINT i = 0;
  for (; i + 1 < size && text[i] != 0; ++i) buffer[i] = static_cast<Char>(text[i]);
  buffer[i] = 0;
}

template <class Char>
MMRESULT get_text(MMRESULT error, Char* buffer, UINT size) {
  if (buffer == nullptr || size == 0) return MMSYSERR_INVALPARAM;
  const char* text = text_of(error);
  if (text == nullptr) return MMSYSERR_BADERRNUM;
  copy(text, buffer, size);
  return MMSYSERR_NOERROR;
}

}  // namespace

// MMSYSERR_BADERRNUM: no such error.
// https://learn.microsoft.com/windows/win32/api/mmeapi/nf-mmeapi-waveoutgeterrortextw
MMRESULT WINAPI waveOutGetErrorTextW(MMRESULT error, LPWSTR text, UINT size) {
  return get_text(error, text, size);
}
MMRESULT WINAPI waveOutGetErrorTextA(MMRESULT error, LPSTR text, UINT size) {
  return get_text(error, text, size);
}
MMRESULT WINAPI waveInGetErrorTextW(MMRESULT error, LPWSTR text, UINT size) {
  return get_text(error, text, size);
}
MMRESULT WINAPI waveInGetErrorTextA(MMRESULT error, LPSTR text, UINT size) {
  return get_text(error, text, size);
}
MMRESULT WINAPI midiOutGetErrorTextW(MMRESULT error, LPWSTR text, UINT size) {
  return get_text(error, text, size);
}
MMRESULT WINAPI midiOutGetErrorTextA(MMRESULT error, LPSTR text, UINT size) {
  return get_text(error, text, size);
}
MMRESULT WINAPI midiInGetErrorTextW(MMRESULT error, LPWSTR text, UINT size) {
  return get_text(error, text, size);
}
MMRESULT WINAPI midiInGetErrorTextA(MMRESULT error, LPSTR text, UINT size) {
  return get_text(error, text, size);
}

// FALSE: no such error, or nowhere to write.
// https://learn.microsoft.com/windows/win32/api/mmsystem/nf-mmsystem-mcigeterrorstringw
WINBOOL WINAPI mciGetErrorStringW(MCIERROR error, LPWSTR text, UINT size) {
  return get_text(error & 0xFFFF, text, size) == MMSYSERR_NOERROR;
}
WINBOOL WINAPI mciGetErrorStringA(MCIERROR error, LPSTR text, UINT size) {
  return get_text(error & 0xFFFF, text, size) == MMSYSERR_NOERROR;
}
