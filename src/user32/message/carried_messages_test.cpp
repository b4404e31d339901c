// Messages that only other programs make: the system carries and decodes them and has no default
// for them.
#include "tests/support/coverage.h"
#include "user32/window_thread.h"

namespace transom::user::test {
namespace {

// Of the first Windows; the headers have forgotten it.
constexpr UINT kSystemError = 0x0017;

struct Seen {
  HWND window = nullptr;
  WPARAM wparam = 0;
  LPARAM lparam = 0;
  int times = 0;
};

WindowThread::Procedure note(UINT wanted, Seen& seen) {
  return [wanted, &seen](HWND window, UINT message, WPARAM wparam,
                         LPARAM lparam) -> std::optional<LRESULT> {
    if (message == wanted) seen = {window, wparam, lparam, seen.times + 1};
    return std::nullopt;
  };
}

// The help engine sends it to the window that opened the card; idAction and dwActionData are
// numbers. https://learn.microsoft.com/windows/win32/shell/wm-tcard
TEST(CarriedMessages, ATrainingCardTellsOfItsButtons) {
  TRANSOM_CHECKS(WM_TCARD);
  Seen seen;
  WindowThread program(note(WM_TCARD, seen));
  WindowThread help_engine;
  LRESULT result = -1;
  help_engine.run([&] { result = SendMessageW(program.window(), WM_TCARD, IDOK, 0x1234'5678'9A); });
  program.stop();
  EXPECT_EQ(seen.window, program.window());
  EXPECT_EQ(seen.wparam, static_cast<WPARAM>(IDOK));
  EXPECT_EQ(seen.lparam, 0x1234'5678'9A);
  EXPECT_EQ(result, 0);
}

// Obsolete: a broadcast reaches every top-level window with the parameters untouched, and the
// default action is none.
TEST(CarriedMessages, SystemErrorPassesThrough) {
  TRANSOM_CHECKS(WM_SYSTEMERROR);
  Seen first, second;
  WindowThread one(note(kSystemError, first));
  WindowThread other(note(kSystemError, second));
  DWORD recipients = BSM_APPLICATIONS;
  EXPECT_EQ(BroadcastSystemMessageW(BSF_IGNORECURRENTTASK, &recipients, kSystemError, 7, -9), 1);
  one.stop();
  other.stop();
  for (const Seen& seen : {first, second}) {
    EXPECT_EQ(seen.times, 1);
    EXPECT_EQ(seen.wparam, 7u);
    EXPECT_EQ(seen.lparam, -9);
  }
}

}  // namespace
}  // namespace transom::user::test
