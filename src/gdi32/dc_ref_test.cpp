// What threads remember of contexts: fast, and never another's or a dead one.
#include "gdi32/dc_ref.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "gdi32/device_context.h"

namespace transom::gdi {
namespace {

SIZE extent(HDC dc, const WCHAR* text = L"Some text, measured") {
  SIZE size{-1, -1};
  GetTextExtentPoint32W(dc, text, lstrlenW(text), &size);
  return size;
}

bool is_alive(HDC dc) {
  return GetTextColor(dc) != CLR_INVALID;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-deletedc
TEST(RememberedDcs, AreDeadOnceDeleted) {
  const HDC dc = CreateCompatibleDC(nullptr);
  EXPECT_TRUE(is_alive(dc));
  EXPECT_TRUE(DeleteDC(dc));
  EXPECT_FALSE(is_alive(dc));
  EXPECT_FALSE(DeleteDC(dc));
}

TEST(RememberedDcs, AreDeadOnceAnotherThreadDeletesThem) {
  const HDC dc = CreateCompatibleDC(nullptr);
  const HBITMAP bitmap = CreateBitmap(10, 10, 1, 32, nullptr);
  SelectObject(dc, bitmap);
  std::thread([&] { EXPECT_TRUE(DeleteDC(dc)); }).join();
  EXPECT_FALSE(is_alive(dc));
  // "An application cannot select a single bitmap into more than one DC at a time." It is
  // in none now.
  // https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-selectobject
  const HDC other = CreateCompatibleDC(nullptr);
  EXPECT_NE(SelectObject(other, bitmap), nullptr);
  DeleteDC(other);
  EXPECT_TRUE(DeleteObject(bitmap));
  EXPECT_EQ(GetObjectType(bitmap), 0u);
}

TEST(RememberedDcs, LetGoOfWhatTheirThreadDeletes) {
  struct Mark {
    explicit Mark(bool& gone) : gone(gone) {}
    ~Mark() { gone = true; }
    bool& gone;
  };
  bool gone = false;
  const HDC dc = create_display_dc({}, nullptr);
  find_dc(dc)->text = std::make_shared<Mark>(gone);
  EXPECT_TRUE(is_alive(dc));
  destroy_display_dc(dc);
  EXPECT_TRUE(gone);

  gone = false;
  const HDC memory = CreateCompatibleDC(nullptr);
  find_dc(memory)->text = std::make_shared<Mark>(gone);
  DeleteDC(memory);
  EXPECT_TRUE(gone);

  gone = false;
  HDC remembered = create_display_dc({}, nullptr);
  std::thread([&] {
    find_dc(remembered)->text = std::make_shared<Mark>(gone);
    std::thread([&] { destroy_display_dc(remembered); }).join();
    EXPECT_FALSE(gone);
  }).join();
  EXPECT_TRUE(gone);
}

// A handle's slot is used again, its number never soon.
TEST(RememberedDcs, AreNotTakenForTheNextInTheirSlot) {
  std::vector<HDC> old;
  for (int i = 0; i < 1000; ++i) {
    const HDC dc = CreateCompatibleDC(nullptr);
    ASSERT_EQ(GetTextColor(dc), RGB(0, 0, 0));
    SetTextColor(dc, RGB(1, 2, 3));
    ASSERT_EQ(GetTextColor(dc), RGB(1, 2, 3));
    if (i % 2 == 0) {
      DeleteDC(dc);
    } else {
      std::thread([&] { DeleteDC(dc); }).join();
    }
    old.push_back(dc);
  }
  for (const HDC dc : old) ASSERT_FALSE(is_alive(dc));
}

// More than there are places, so that they push each other out.
TEST(RememberedDcs, MayBeMoreThanThereArePlaces) {
  std::vector<HDC> all;
  for (std::size_t i = 0; i < 3 * kRememberedDcs; ++i) {
    all.push_back(CreateCompatibleDC(nullptr));
    SetTextColor(all.back(), static_cast<COLORREF>(i));
  }
  for (int round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      EXPECT_EQ(GetTextColor(all[i]), static_cast<COLORREF>(i));
      BitBlt(all[i], 0, 0, 1, 1, all[(i + kRememberedDcs) % all.size()], 0, 0, SRCCOPY);
    }
  }
  for (const HDC dc : all) EXPECT_TRUE(DeleteDC(dc));
  for (const HDC dc : all) EXPECT_FALSE(is_alive(dc));
}

// What a text measures follows all that decides it, however often it was measured before.
TEST(RememberedDcs, MeasureByTheirStateOfNow) {
  const HDC dc = CreateCompatibleDC(nullptr);
  const SIZE plain = extent(dc);
  const int length = lstrlenW(L"Some text, measured");

  LOGFONTW large{};
  large.lfHeight = 40;
  const HFONT font = CreateFontIndirectW(&large);
  const HGDIOBJ before = SelectObject(dc, font);
  EXPECT_EQ(extent(dc).cy, 40);
  SelectObject(dc, before);
  EXPECT_EQ(extent(dc).cx, plain.cx);
  DeleteObject(font);

  SetTextCharacterExtra(dc, 3);
  EXPECT_EQ(extent(dc).cx, plain.cx + 3 * length);
  SetTextCharacterExtra(dc, 0);
  SetTextJustification(dc, 10, 2);
  EXPECT_EQ(extent(dc).cx, plain.cx + 10);
  SetTextJustification(dc, 0, 0);
  EXPECT_EQ(extent(dc).cx, plain.cx);

  SetMapMode(dc, MM_ANISOTROPIC);
  SetWindowExtEx(dc, 2, 2, nullptr);
  SetViewportExtEx(dc, 1, 1, nullptr);
  const SIZE doubled = extent(dc);
  EXPECT_NE(doubled.cx, plain.cx);
  SetMapMode(dc, MM_TEXT);
  EXPECT_EQ(extent(dc).cx, plain.cx);

  SetGraphicsMode(dc, GM_ADVANCED);
  const XFORM half{0.5f, 0, 0, 0.5f, 0, 0};
  SetWorldTransform(dc, &half);
  EXPECT_NE(extent(dc).cx, 0);
  ModifyWorldTransform(dc, nullptr, MWT_IDENTITY);
  EXPECT_EQ(extent(dc).cx, plain.cx);
  DeleteDC(dc);
}

// Adding up what was seen before gives what the first measurement gave, letter by letter.
TEST(RememberedDcs, AddUpSeenAndUnseenCharactersAlike) {
  const HDC dc = CreateCompatibleDC(nullptr);
  LOGFONTW odd{};
  odd.lfHeight = 23;  // of no other test: nothing is seen yet
  const HFONT font = CreateFontIndirectW(&odd);
  SelectObject(dc, font);
  const WCHAR text[] = L"\x00e4q\x0394Zz\x0142 ~\x4e00!";
  const LONG first = extent(dc, text).cx;
  EXPECT_EQ(extent(dc, text).cx, first);
  LONG sum = 0;
  for (const WCHAR* c = text; *c != 0; ++c) {
    const WCHAR one[] = {*c, 0};
    sum += extent(dc, one).cx;
  }
  EXPECT_EQ(sum, first);
  DeleteDC(dc);
  DeleteObject(font);
}

// Threads that draw with a context, and one that deletes it under them.
TEST(RememberedDcs, MayDieWhileAnotherThreadUsesThem) {
  for (int round = 0; round < 50; ++round) {
    const HDC dc = create_display_dc({}, nullptr);
    std::atomic<bool> begun{false};
    std::thread user([&] {
      while (is_alive(dc)) {
        extent(dc);
        begun = true;
      }
    });
    while (!begun) std::this_thread::yield();
    destroy_display_dc(dc);
    user.join();
  }
}

}  // namespace
}  // namespace transom::gdi
