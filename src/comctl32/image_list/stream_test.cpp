#include <gtest/gtest.h>

#include "comctl32/image_list/image_list.h"
// Behind the first: it declares the functions only where streams are known.
#include <objidl.h>

extern "C" {
HIMAGELIST WINAPI ImageList_Read(IStream* stream);
WINBOOL WINAPI ImageList_Write(HIMAGELIST list, IStream* stream);
HRESULT WINAPI ImageList_WriteEx(HIMAGELIST list, DWORD flags, IStream* stream);
}

namespace transom::comctl {
namespace {

// A program's own stream, in memory.
class MemoryStream final : public IStream {
 public:
  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID, void**) override { return E_NOINTERFACE; }
  ULONG STDMETHODCALLTYPE AddRef() override { return 1; }
  ULONG STDMETHODCALLTYPE Release() override { return 1; }
  HRESULT STDMETHODCALLTYPE Read(void* to, ULONG size, ULONG* got) override {
    // Little by little, as a stream may.
    *got = static_cast<ULONG>(std::min<std::size_t>({size, 100, bytes.size() - place}));
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(place), *got, static_cast<char*>(to));
    place += *got;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE Write(const void* from, ULONG size, ULONG* done) override {
    if (bytes.size() + size > room) return STG_E_MEDIUMFULL;
    bytes.append(static_cast<const char*>(from), size);
    *done = size;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE Seek(LARGE_INTEGER, DWORD, ULARGE_INTEGER*) override {
    return E_NOTIMPL;
  }
  HRESULT STDMETHODCALLTYPE SetSize(ULARGE_INTEGER) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE CopyTo(IStream*, ULARGE_INTEGER, ULARGE_INTEGER*,
                                   ULARGE_INTEGER*) override {
    return E_NOTIMPL;
  }
  HRESULT STDMETHODCALLTYPE Commit(DWORD) override { return S_OK; }
  HRESULT STDMETHODCALLTYPE Revert() override { return S_OK; }
  HRESULT STDMETHODCALLTYPE LockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) override {
    return E_NOTIMPL;
  }
  HRESULT STDMETHODCALLTYPE UnlockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) override {
    return E_NOTIMPL;
  }
  HRESULT STDMETHODCALLTYPE Stat(STATSTG*, DWORD) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE Clone(IStream**) override { return E_NOTIMPL; }

  std::string bytes;
  std::size_t place = 0;
  std::size_t room = 1 << 20;
};

// Six pictures, more than are side by side; each with a corner that is transparent.
HIMAGELIST make_list(UINT flags) {
  const HIMAGELIST handle = ImageList_Create(5, 3, flags, 0, 0);
  const auto list = find_image_list(handle);
  for (std::uint32_t index = 0; index < 6; ++index) {
    Picture picture;
    picture.pixels.assign(15, kAlpha | index << 16 | 0x80);
    picture.pixels[0] = 0;
    list->pictures.push_back(picture);
  }
  ImageList_SetOverlayImage(handle, 2, 1);
  return handle;
}

TEST(ImageListStream, WhatIsWrittenIsRead) {
  setenv("TRANSOM_HOST", "headless", 0);
  for (const UINT flags : {UINT{ILC_COLOR32}, UINT{ILC_COLOR24 | ILC_MASK}}) {
    const HIMAGELIST written = make_list(flags);
    MemoryStream stream;
    EXPECT_TRUE(ImageList_Write(written, &stream));
    const HIMAGELIST read = ImageList_Read(&stream);
    ASSERT_NE(read, nullptr);
    EXPECT_EQ(stream.place, stream.bytes.size()) << "to the last byte, and no further";
    const auto before = find_image_list(written);
    const auto after = find_image_list(read);
    EXPECT_EQ(after->flags, flags);
    EXPECT_EQ(after->overlays[0], 2);
    ASSERT_EQ(after->pictures.size(), 6u);
    for (std::size_t index = 0; index < 6; ++index) {
      EXPECT_EQ(after->pictures[index].pixels, before->pictures[index].pixels);
    }
    ImageList_Destroy(written);
    ImageList_Destroy(read);
  }
}

TEST(ImageListStream, AFullOneTakesNoMore) {
  const HIMAGELIST list = make_list(ILC_COLOR32);
  MemoryStream stream;
  stream.room = 60;
  EXPECT_FALSE(ImageList_Write(list, &stream));
  EXPECT_EQ(ImageList_WriteEx(list, 0, &stream), E_FAIL);
  EXPECT_EQ(ImageList_WriteEx(nullptr, 0, &stream), E_INVALIDARG);
  EXPECT_FALSE(ImageList_Write(list, nullptr));
  ImageList_Destroy(list);
}

// Whatever is in it: cut off anywhere, or with any byte changed.
TEST(ImageListStream, HostileOnesAreNoLists) {
  const HIMAGELIST list = make_list(ILC_COLOR24 | ILC_MASK);
  MemoryStream whole;
  ImageList_Write(list, &whole);
  ImageList_Destroy(list);
  for (std::size_t size = 0; size < whole.bytes.size(); size += 7) {
    MemoryStream cut;
    cut.bytes = whole.bytes.substr(0, size);
    EXPECT_EQ(ImageList_Read(&cut), nullptr);
  }
  for (std::size_t at = 0; at < 120; ++at) {
    MemoryStream changed;
    changed.bytes = whole.bytes;
    changed.bytes[at] = static_cast<char>(~changed.bytes[at]);
    if (const HIMAGELIST read = ImageList_Read(&changed)) ImageList_Destroy(read);
  }
  EXPECT_EQ(ImageList_Read(nullptr), nullptr);
}

}  // namespace
}  // namespace transom::comctl
