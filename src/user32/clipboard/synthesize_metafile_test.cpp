// Metafiles on the clipboard: each of the two formats is made of the other.
// https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#synthesized-clipboard-formats
#include <gtest/gtest.h>

#include "base/win32.h"

namespace {

void draw(HDC dc) {
  Rectangle(dc, 0, 0, 96, 48);
}

UINT records_of(HENHMETAFILE metafile) {
  ENHMETAHEADER header{};
  GetEnhMetaFileHeader(metafile, sizeof header, &header);
  return header.nRecords;
}

void put(UINT format, HANDLE data) {
  ASSERT_TRUE(OpenClipboard(nullptr));
  EXPECT_TRUE(EmptyClipboard());
  EXPECT_EQ(SetClipboardData(format, data), data);
  EXPECT_TRUE(CloseClipboard());
}

TEST(ClipboardMetafiles, AnEnhancedOneBecomesAWindowsOne) {
  const RECT frame{0, 0, 2540, 1270};
  const HDC dc = CreateEnhMetaFileW(nullptr, nullptr, &frame, nullptr);
  draw(dc);
  put(CF_ENHMETAFILE, CloseEnhMetaFile(dc));
  EXPECT_TRUE(IsClipboardFormatAvailable(CF_METAFILEPICT));
  ASSERT_TRUE(OpenClipboard(nullptr));
  const HANDLE memory = GetClipboardData(CF_METAFILEPICT);
  const auto* picture = static_cast<const METAFILEPICT*>(GlobalLock(memory));
  ASSERT_NE(picture, nullptr);
  EXPECT_EQ(picture->mm, MM_ANISOTROPIC);
  EXPECT_EQ(picture->xExt, 2540);
  EXPECT_EQ(picture->yExt, 1270);
  EXPECT_EQ(GetObjectType(picture->hMF), static_cast<DWORD>(OBJ_METAFILE));
  const HMETAFILE metafile = picture->hMF;
  GlobalUnlock(memory);
  // The clipboard frees both with what it was given.
  EXPECT_TRUE(EmptyClipboard());
  EXPECT_EQ(GetObjectType(metafile), 0u);
  CloseClipboard();
}

TEST(ClipboardMetafiles, AWindowsOneBecomesAnEnhancedOne) {
  const HDC dc = CreateMetaFileW(nullptr);
  draw(dc);
  const HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, sizeof(METAFILEPICT));
  *static_cast<METAFILEPICT*>(GlobalLock(memory)) = {MM_ANISOTROPIC, 2540, 1270, CloseMetaFile(dc)};
  GlobalUnlock(memory);
  put(CF_METAFILEPICT, memory);
  ASSERT_TRUE(OpenClipboard(nullptr));
  const auto metafile = static_cast<HENHMETAFILE>(GetClipboardData(CF_ENHMETAFILE));
  EXPECT_EQ(GetObjectType(metafile), static_cast<DWORD>(OBJ_ENHMETAFILE));
  EXPECT_GT(records_of(metafile), 2u);
  EXPECT_TRUE(EmptyClipboard());
  EXPECT_EQ(GetObjectType(metafile), 0u);
  CloseClipboard();
}

TEST(ClipboardMetafiles, WhatIsNoneConvertsToNothing) {
  const HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, 3);
  put(CF_METAFILEPICT, memory);
  ASSERT_TRUE(OpenClipboard(nullptr));
  EXPECT_EQ(GetClipboardData(CF_ENHMETAFILE), nullptr);
  EmptyClipboard();
  CloseClipboard();
}

}  // namespace
