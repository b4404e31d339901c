// https://learn.microsoft.com/windows/win32/multimedia/multimedia-timers
#include <gtest/gtest.h>

#include <atomic>

#include "base/clock.h"
#include "base/win32.h"

#include <mmsystem.h>

namespace transom::winmm {
namespace {

std::atomic<int> calls;

void CALLBACK count(UINT, UINT, DWORD_PTR user, DWORD_PTR, DWORD_PTR) {
  if (++calls == 3) SetEvent(reinterpret_cast<HANDLE>(user));
}

class TimeEventTest : public ::testing::Test {
 protected:
  void SetUp() override { calls = 0; }
  void TearDown() override { CloseHandle(event); }

  HANDLE event = CreateEventW(nullptr, FALSE, FALSE, nullptr);
};

TEST_F(TimeEventTest, APeriodicOneComesAgainUntilItIsKilled) {
  const DWORD begin = timeGetTime();
  const MMRESULT id = timeSetEvent(20, 1, count, reinterpret_cast<DWORD_PTR>(event),
                                   TIME_PERIODIC | TIME_KILL_SYNCHRONOUS);
  ASSERT_NE(id, 0u);
  EXPECT_EQ(WaitForSingleObject(event, 10'000), static_cast<DWORD>(WAIT_OBJECT_0));
  EXPECT_GE(timeGetTime() - begin, 59u);
  EXPECT_EQ(timeKillEvent(id), static_cast<MMRESULT>(TIMERR_NOERROR));
  EXPECT_EQ(timeKillEvent(id), static_cast<MMRESULT>(MMSYSERR_INVALPARAM));
  const int after = calls;
  EXPECT_EQ(WaitForSingleObject(event, 50), static_cast<DWORD>(WAIT_TIMEOUT));
  EXPECT_EQ(calls, after);
}

TEST_F(TimeEventTest, OneShotSetsAnEventAndIsGone) {
  const MMRESULT id = timeSetEvent(5, 0, reinterpret_cast<LPTIMECALLBACK>(event), 0,
                                   TIME_ONESHOT | TIME_CALLBACK_EVENT_SET);
  ASSERT_NE(id, 0u);
  EXPECT_EQ(WaitForSingleObject(event, 10'000), static_cast<DWORD>(WAIT_OBJECT_0));
  EXPECT_EQ(timeKillEvent(id), static_cast<MMRESULT>(MMSYSERR_INVALPARAM));
}

TEST_F(TimeEventTest, DelaysOutOfRangeAreRefused) {
  EXPECT_EQ(timeSetEvent(0, 0, count, 0, TIME_ONESHOT), 0u);
  EXPECT_EQ(timeSetEvent(2'000'000, 0, count, 0, TIME_ONESHOT), 0u);
  EXPECT_EQ(timeSetEvent(10, 0, nullptr, 0, TIME_ONESHOT), 0u);
}

TEST(MultimediaDevices, ThereAreNoneAndEverythingSaysSo) {
  EXPECT_EQ(waveOutGetNumDevs(), 0u);
  EXPECT_EQ(midiOutGetNumDevs(), 0u);
  EXPECT_EQ(joyGetNumDevs(), 0u);
  const WAVEFORMATEX format{WAVE_FORMAT_PCM, 1, 11025, 11025, 1, 8, 0};
  HWAVEOUT wave = nullptr;
  EXPECT_EQ(waveOutOpen(&wave, WAVE_MAPPER, &format, 0, 0, 0),
            static_cast<MMRESULT>(MMSYSERR_BADDEVICEID));
  EXPECT_EQ(waveOutClose(wave), static_cast<MMRESULT>(MMSYSERR_INVALHANDLE));
  HMIDIOUT midi = nullptr;
  EXPECT_EQ(midiOutOpen(&midi, MIDI_MAPPER, 0, 0, 0), static_cast<MMRESULT>(MMSYSERR_NODRIVER));
  char text[64];
  EXPECT_EQ(waveOutGetErrorTextA(MMSYSERR_NODRIVER, text, 64),
            static_cast<MMRESULT>(MMSYSERR_NOERROR));
  EXPECT_STREQ(text, "There is no driver installed on your system.");
  EXPECT_EQ(waveOutGetErrorTextA(999, text, 64), static_cast<MMRESULT>(MMSYSERR_BADERRNUM));
}

TEST(MediaControl, NothingCanBeOpened) {
  EXPECT_EQ(mciSendStringA("open cdaudio", nullptr, 0, nullptr),
            static_cast<MCIERROR>(MCIERR_CANNOT_LOAD_DRIVER));
  EXPECT_EQ(mciSendStringA("play x", nullptr, 0, nullptr),
            static_cast<MCIERROR>(MCIERR_INVALID_DEVICE_NAME));
  EXPECT_EQ(mciSendStringA("frob x", nullptr, 0, nullptr),
            static_cast<MCIERROR>(MCIERR_UNRECOGNIZED_COMMAND));
  EXPECT_EQ(mciSendCommandA(7, MCI_PLAY, 0, 0), static_cast<MCIERROR>(MCIERR_INVALID_DEVICE_ID));
}

TEST(Sound, TheDefaultSoundOrNone) {
  EXPECT_TRUE(PlaySoundW(nullptr, nullptr, 0));
  EXPECT_FALSE(PlaySoundA("no.wav", nullptr, SND_FILENAME | SND_NODEFAULT));
}

}  // namespace
}  // namespace transom::winmm
