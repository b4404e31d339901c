// Waveform audio: no devices. Programs are told so in the documented way and go on without sound.
// https://learn.microsoft.com/windows/win32/multimedia/waveform-audio-functions
#include "winmm/refusal.h"

using transom::winmm::no_device;

namespace {

// Asking whether a format would do needs no place for a handle.
MMRESULT open(const void* handle, const WAVEFORMATEX* format, DWORD flags) {
  const bool asks_only = (flags & WAVE_FORMAT_QUERY) != 0;
  if (format == nullptr || (handle == nullptr && !asks_only)) return MMSYSERR_INVALPARAM;
  return MMSYSERR_BADDEVICEID;
}

}  // namespace

UINT WINAPI waveOutGetNumDevs() {
  return 0;
}
UINT WINAPI waveInGetNumDevs() {
  return 0;
}

// MMSYSERR_BADDEVICEID, for the wave mapper, too.
// https://learn.microsoft.com/windows/win32/api/mmeapi/nf-mmeapi-waveoutopen
MMRESULT WINAPI waveOutOpen(LPHWAVEOUT handle, UINT, LPCWAVEFORMATEX format, DWORD_PTR, DWORD_PTR,
                            DWORD flags) {
  return open(handle, format, flags);
}
// https://learn.microsoft.com/windows/win32/api/mmeapi/nf-mmeapi-waveinopen
MMRESULT WINAPI waveInOpen(LPHWAVEIN handle, UINT, LPCWAVEFORMATEX format, DWORD_PTR, DWORD_PTR,
                           DWORD flags) {
  return open(handle, format, flags);
}

MMRESULT WINAPI waveOutGetDevCapsW(UINT_PTR device, LPWAVEOUTCAPSW caps, UINT) {
  return no_device(device, caps);
}
MMRESULT WINAPI waveOutGetDevCapsA(UINT_PTR device, LPWAVEOUTCAPSA caps, UINT) {
  return no_device(device, caps);
}
MMRESULT WINAPI waveInGetDevCapsW(UINT_PTR device, LPWAVEINCAPSW caps, UINT) {
  return no_device(device, caps);
}
MMRESULT WINAPI waveInGetDevCapsA(UINT_PTR device, LPWAVEINCAPSA caps, UINT) {
  return no_device(device, caps);
}

REFUSES_HANDLE(waveOutGetVolume, HWAVEOUT, LPDWORD)
REFUSES_HANDLE(waveOutSetVolume, HWAVEOUT, DWORD)
REFUSES_HANDLE(waveOutClose, HWAVEOUT)
REFUSES_HANDLE(waveOutPrepareHeader, HWAVEOUT, LPWAVEHDR, UINT)
REFUSES_HANDLE(waveOutUnprepareHeader, HWAVEOUT, LPWAVEHDR, UINT)
REFUSES_HANDLE(waveOutWrite, HWAVEOUT, LPWAVEHDR, UINT)
REFUSES_HANDLE(waveOutPause, HWAVEOUT)
REFUSES_HANDLE(waveOutRestart, HWAVEOUT)
REFUSES_HANDLE(waveOutReset, HWAVEOUT)
REFUSES_HANDLE(waveOutBreakLoop, HWAVEOUT)
REFUSES_HANDLE(waveOutGetPosition, HWAVEOUT, LPMMTIME, UINT)
REFUSES_HANDLE(waveOutGetPitch, HWAVEOUT, LPDWORD)
REFUSES_HANDLE(waveOutSetPitch, HWAVEOUT, DWORD)
REFUSES_HANDLE(waveOutGetPlaybackRate, HWAVEOUT, LPDWORD)
REFUSES_HANDLE(waveOutSetPlaybackRate, HWAVEOUT, DWORD)
REFUSES_HANDLE(waveOutGetID, HWAVEOUT, LPUINT)
REFUSES_HANDLE(waveOutMessage, HWAVEOUT, UINT, DWORD_PTR, DWORD_PTR)
REFUSES_HANDLE(waveInClose, HWAVEIN)
REFUSES_HANDLE(waveInPrepareHeader, HWAVEIN, LPWAVEHDR, UINT)
REFUSES_HANDLE(waveInUnprepareHeader, HWAVEIN, LPWAVEHDR, UINT)
REFUSES_HANDLE(waveInAddBuffer, HWAVEIN, LPWAVEHDR, UINT)
REFUSES_HANDLE(waveInStart, HWAVEIN)
REFUSES_HANDLE(waveInStop, HWAVEIN)
REFUSES_HANDLE(waveInReset, HWAVEIN)
REFUSES_HANDLE(waveInGetPosition, HWAVEIN, LPMMTIME, UINT)
REFUSES_HANDLE(waveInGetID, HWAVEIN, LPUINT)
REFUSES_HANDLE(waveInMessage, HWAVEIN, UINT, DWORD_PTR, DWORD_PTR)
