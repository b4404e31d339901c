// MIDI: no devices.
// https://learn.microsoft.com/windows/win32/multimedia/midi-functions
#include "winmm/refusal.h"

using transom::winmm::no_device;

UINT WINAPI midiOutGetNumDevs() {
  return 0;
}
UINT WINAPI midiInGetNumDevs() {
  return 0;
}

// The mapper is a device that stands for others: with none of them it is MMSYSERR_NODRIVER.
// https://learn.microsoft.com/windows/win32/api/mmeapi/nf-mmeapi-midioutopen
MMRESULT WINAPI midiOutOpen(LPHMIDIOUT handle, UINT device, DWORD_PTR, DWORD_PTR, DWORD) {
  if (handle == nullptr) return MMSYSERR_INVALPARAM;
  return device == MIDI_MAPPER ? MMSYSERR_NODRIVER : MMSYSERR_BADDEVICEID;
}
// https://learn.microsoft.com/windows/win32/api/mmeapi/nf-mmeapi-midiinopen
MMRESULT WINAPI midiInOpen(LPHMIDIIN handle, UINT device, DWORD_PTR, DWORD_PTR, DWORD) {
  return no_device(device, handle);
}
// https://learn.microsoft.com/windows/win32/api/mmeapi/nf-mmeapi-midistreamopen
MMRESULT WINAPI midiStreamOpen(LPHMIDISTRM handle, LPUINT device, DWORD, DWORD_PTR, DWORD_PTR,
                               DWORD) {
  return device == nullptr ? MMSYSERR_INVALPARAM : no_device(*device, handle);
}

MMRESULT WINAPI midiOutGetDevCapsW(UINT_PTR device, LPMIDIOUTCAPSW caps, UINT) {
  return no_device(device, caps);
}
MMRESULT WINAPI midiOutGetDevCapsA(UINT_PTR device, LPMIDIOUTCAPSA caps, UINT) {
  return no_device(device, caps);
}
MMRESULT WINAPI midiInGetDevCapsW(UINT_PTR device, LPMIDIINCAPSW caps, UINT) {
  return no_device(device, caps);
}
MMRESULT WINAPI midiInGetDevCapsA(UINT_PTR device, LPMIDIINCAPSA caps, UINT) {
  return no_device(device, caps);
}

REFUSES_HANDLE(midiStreamClose, HMIDISTRM)
REFUSES_HANDLE(midiStreamProperty, HMIDISTRM, LPBYTE, DWORD)
REFUSES_HANDLE(midiStreamPosition, HMIDISTRM, LPMMTIME, UINT)
REFUSES_HANDLE(midiStreamOut, HMIDISTRM, LPMIDIHDR, UINT)
REFUSES_HANDLE(midiStreamPause, HMIDISTRM)
REFUSES_HANDLE(midiStreamRestart, HMIDISTRM)
REFUSES_HANDLE(midiStreamStop, HMIDISTRM)
REFUSES_HANDLE(midiConnect, HMIDI, HMIDIOUT, LPVOID)
REFUSES_HANDLE(midiDisconnect, HMIDI, HMIDIOUT, LPVOID)
REFUSES_HANDLE(midiOutGetVolume, HMIDIOUT, LPDWORD)
REFUSES_HANDLE(midiOutSetVolume, HMIDIOUT, DWORD)
REFUSES_HANDLE(midiOutClose, HMIDIOUT)
REFUSES_HANDLE(midiOutPrepareHeader, HMIDIOUT, LPMIDIHDR, UINT)
REFUSES_HANDLE(midiOutUnprepareHeader, HMIDIOUT, LPMIDIHDR, UINT)
REFUSES_HANDLE(midiOutShortMsg, HMIDIOUT, DWORD)
REFUSES_HANDLE(midiOutLongMsg, HMIDIOUT, LPMIDIHDR, UINT)
REFUSES_HANDLE(midiOutReset, HMIDIOUT)
REFUSES_HANDLE(midiOutCachePatches, HMIDIOUT, UINT, LPWORD, UINT)
REFUSES_HANDLE(midiOutCacheDrumPatches, HMIDIOUT, UINT, LPWORD, UINT)
REFUSES_HANDLE(midiOutGetID, HMIDIOUT, LPUINT)
REFUSES_HANDLE(midiOutMessage, HMIDIOUT, UINT, DWORD_PTR, DWORD_PTR)
REFUSES_HANDLE(midiInClose, HMIDIIN)
REFUSES_HANDLE(midiInPrepareHeader, HMIDIIN, LPMIDIHDR, UINT)
REFUSES_HANDLE(midiInUnprepareHeader, HMIDIIN, LPMIDIHDR, UINT)
REFUSES_HANDLE(midiInAddBuffer, HMIDIIN, LPMIDIHDR, UINT)
REFUSES_HANDLE(midiInStart, HMIDIIN)
REFUSES_HANDLE(midiInStop, HMIDIIN)
REFUSES_HANDLE(midiInReset, HMIDIIN)
REFUSES_HANDLE(midiInGetID, HMIDIIN, LPUINT)
REFUSES_HANDLE(midiInMessage, HMIDIIN, UINT, DWORD_PTR, DWORD_PTR)
