// https://learn.microsoft.com/windows/win32/winauto/wm-getobject
#include "base/accessibility.h"
#include "tests/support/coverage.h"
#include "user32/window_thread.h"

namespace transom::oleacc {
namespace {

using user::test::WindowThread;

// IID_IUnknown
constexpr IID kUnknown{0, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};
constexpr IID kOther{1, 2, 3, {}};

class Described : public IUnknown {
 public:
  HRESULT QueryInterface(REFIID wanted, void** result) override {
    if (!(wanted == kUnknown)) return E_NOINTERFACE;
    AddRef();
    *result = static_cast<IUnknown*>(this);
    return S_OK;
  }
  ULONG AddRef() override { return ++references; }
  ULONG Release() override { return --references; }
  std::atomic<ULONG> references{1};
};

TEST(Accessibility, AClientAsksAWindowForItsObject) {
  TRANSOM_CHECKS(WM_GETOBJECT);
  Described described;
  std::vector<std::pair<WPARAM, LPARAM>> asked;
  WindowThread program(
      [&](HWND, UINT message, WPARAM wparam, LPARAM lparam) -> std::optional<LRESULT> {
        if (message != WM_GETOBJECT) return {};
        asked.emplace_back(wparam, lparam);
        if (lparam != static_cast<LPARAM>(OBJID_CLIENT)) return {};
        return LresultFromObject(kUnknown, wparam, &described);
      });
  void* object = nullptr;
  EXPECT_EQ(AccessibleObjectFromWindow(program.window(), static_cast<DWORD>(OBJID_CLIENT), kUnknown,
                                       &object),
            S_OK);
  EXPECT_EQ(object, static_cast<IUnknown*>(&described));
  EXPECT_EQ(described.references, 2u);
  EXPECT_EQ(AccessibleObjectFromWindow(program.window(), static_cast<DWORD>(OBJID_CLIENT), kOther,
                                       &object),
            E_NOINTERFACE);
  EXPECT_EQ(object, nullptr);
  // What the window leaves to DefWindowProc is not described.
  EXPECT_EQ(AccessibleObjectFromWindow(program.window(), static_cast<DWORD>(OBJID_TITLEBAR),
                                       kUnknown, &object),
            E_FAIL);
  program.stop();
  ASSERT_EQ(asked.size(), 3u);
  EXPECT_EQ(asked[0].first, 0u);
  EXPECT_EQ(asked[0].second, static_cast<LPARAM>(OBJID_CLIENT));
  EXPECT_EQ(asked[2].second, static_cast<LPARAM>(OBJID_TITLEBAR));
  EXPECT_EQ(described.references, 2u);  // nothing is left on the way
}

TEST(Accessibility, AnAnswerIsGoodForOnce) {
  Described described;
  const LRESULT answer = LresultFromObject(kUnknown, 0, &described);
  EXPECT_GT(answer, 0);
  void* object = nullptr;
  EXPECT_EQ(ObjectFromLresult(answer, kUnknown, 0, &object), S_OK);
  EXPECT_EQ(ObjectFromLresult(answer, kUnknown, 0, &object), E_INVALIDARG);
  EXPECT_EQ(ObjectFromLresult(-1, kUnknown, 0, &object), E_INVALIDARG);
  EXPECT_EQ(LresultFromObject(kUnknown, 0, nullptr), E_INVALIDARG);
  EXPECT_EQ(AccessibleObjectFromWindow(nullptr, 0, kUnknown, &object), E_INVALIDARG);
}

}  // namespace
}  // namespace transom::oleacc
