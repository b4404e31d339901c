// Mixers, auxiliary devices and joysticks: none.
#include "winmm/refusal.h"

using transom::winmm::no_device;

// https://learn.microsoft.com/windows/win32/multimedia/audio-mixer-functions
UINT WINAPI mixerGetNumDevs() {
  return 0;
}
MMRESULT WINAPI mixerOpen(LPHMIXER handle, UINT device, DWORD_PTR, DWORD_PTR, DWORD) {
  return no_device(device, handle);
}
MMRESULT WINAPI mixerGetDevCapsW(UINT_PTR device, LPMIXERCAPSW caps, UINT) {
  return no_device(device, caps);
}
MMRESULT WINAPI mixerGetDevCapsA(UINT_PTR device, LPMIXERCAPSA caps, UINT) {
  return no_device(device, caps);
}
DWORD WINAPI mixerMessage(HMIXER, UINT, DWORD_PTR, DWORD_PTR) {
  return MMSYSERR_INVALHANDLE;
}
REFUSES_HANDLE(mixerClose, HMIXER)
REFUSES_HANDLE(mixerGetLineInfoA, HMIXEROBJ, LPMIXERLINEA, DWORD)
REFUSES_HANDLE(mixerGetLineInfoW, HMIXEROBJ, LPMIXERLINEW, DWORD)
REFUSES_HANDLE(mixerGetID, HMIXEROBJ, UINT*, DWORD)
REFUSES_HANDLE(mixerGetLineControlsA, HMIXEROBJ, LPMIXERLINECONTROLSA, DWORD)
REFUSES_HANDLE(mixerGetLineControlsW, HMIXEROBJ, LPMIXERLINECONTROLSW, DWORD)
REFUSES_HANDLE(mixerGetControlDetailsA, HMIXEROBJ, LPMIXERCONTROLDETAILS, DWORD)
REFUSES_HANDLE(mixerGetControlDetailsW, HMIXEROBJ, LPMIXERCONTROLDETAILS, DWORD)
REFUSES_HANDLE(mixerSetControlDetails, HMIXEROBJ, LPMIXERCONTROLDETAILS, DWORD)

// https://learn.microsoft.com/windows/win32/multimedia/auxiliary-audio-devices
UINT WINAPI auxGetNumDevs() {
  return 0;
}
MMRESULT WINAPI auxGetDevCapsW(UINT_PTR device, LPAUXCAPSW caps, UINT) {
  return no_device(device, caps);
}
MMRESULT WINAPI auxGetDevCapsA(UINT_PTR device, LPAUXCAPSA caps, UINT) {
  return no_device(device, caps);
}
MMRESULT WINAPI auxGetVolume(UINT device, LPDWORD volume) {
  return no_device(device, volume);
}
MMRESULT WINAPI auxSetVolume(UINT, DWORD) {
  return MMSYSERR_BADDEVICEID;
}
MMRESULT WINAPI auxOutMessage(UINT, UINT, DWORD_PTR, DWORD_PTR) {
  return MMSYSERR_BADDEVICEID;
}

// 0: no joystick driver, MMSYSERR_NODRIVER everywhere else.
// https://learn.microsoft.com/windows/win32/api/joystickapi/nf-joystickapi-joygetnumdevs
UINT WINAPI joyGetNumDevs() {
  return 0;
}
MMRESULT WINAPI joyGetDevCapsW(UINT_PTR, LPJOYCAPSW caps, UINT) {
  return caps == nullptr ? MMSYSERR_INVALPARAM : MMSYSERR_NODRIVER;
}
MMRESULT WINAPI joyGetDevCapsA(UINT_PTR, LPJOYCAPSA caps, UINT) {
  return caps == nullptr ? MMSYSERR_INVALPARAM : MMSYSERR_NODRIVER;
}
MMRESULT WINAPI joyGetPos(UINT, LPJOYINFO position) {
  return position == nullptr ? MMSYSERR_INVALPARAM : MMSYSERR_NODRIVER;
}
MMRESULT WINAPI joyGetPosEx(UINT, LPJOYINFOEX position) {
  return position == nullptr ? MMSYSERR_INVALPARAM : MMSYSERR_NODRIVER;
}
MMRESULT WINAPI joyGetThreshold(UINT, LPUINT threshold) {
  return threshold == nullptr ? MMSYSERR_INVALPARAM : MMSYSERR_NODRIVER;
}
MMRESULT WINAPI joySetThreshold(UINT, UINT) {
  return MMSYSERR_NODRIVER;
}
MMRESULT WINAPI joySetCapture(HWND, UINT, UINT, WINBOOL) {
  return MMSYSERR_NODRIVER;
}
MMRESULT WINAPI joyReleaseCapture(UINT) {
  return MMSYSERR_NODRIVER;
}
