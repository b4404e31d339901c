// PlaySound: there is no device to play wave data on, only the display's own sound.
#include "base/text.h"

#include <mmsystem.h>

namespace {

// The default sound, in the place of any other, unless the program does without it. Null stops
// what plays, which is nothing.
WINBOOL play(const void* sound, DWORD flags) {
  if (sound == nullptr || (flags & SND_PURGE) != 0) return TRUE;
  if ((flags & SND_NODEFAULT) != 0) return FALSE;
  return MessageBeep(MB_OK);
}

}  // namespace

// Plays the display's default sound in the place of any sound: no device plays waves. FALSE where
// SND_NODEFAULT forbids it. Null stops playing.
// https://learn.microsoft.com/previous-versions/dd743680(v=vs.85)
WINBOOL WINAPI PlaySoundW(LPCWSTR sound, HMODULE, DWORD flags) {
  return play(sound, flags);
}
WINBOOL WINAPI PlaySoundA(LPCSTR sound, HMODULE, DWORD flags) {
  return play(sound, flags);
}
WINBOOL WINAPI sndPlaySoundW(LPCWSTR sound, UINT flags) {
  return play(sound, flags);
}
WINBOOL WINAPI sndPlaySoundA(LPCSTR sound, UINT flags) {
  return play(sound, flags);
}
