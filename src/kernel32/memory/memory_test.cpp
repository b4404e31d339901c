// https://learn.microsoft.com/windows/win32/memory/global-and-local-functions and heap-functions
#include <gtest/gtest.h>

#include "base/win32.h"

namespace transom::kernel {
namespace {

TEST(GlobalMemory, AMovableBlockIsLockedForItsAddress) {
  const HGLOBAL handle = GlobalAlloc(GHND, 100);
  ASSERT_NE(handle, nullptr);
  auto* data = static_cast<char*>(GlobalLock(handle));
  ASSERT_NE(data, nullptr);
  EXPECT_NE(static_cast<void*>(data), handle);
  EXPECT_EQ(data[99], 0);
  EXPECT_EQ(GlobalLock(handle), data);
  EXPECT_EQ(GlobalFlags(handle) & GMEM_LOCKCOUNT, 2u);
  EXPECT_EQ(GlobalHandle(data), handle);
  EXPECT_EQ(GlobalSize(handle), 100u);
  EXPECT_TRUE(GlobalUnlock(handle));
  EXPECT_FALSE(GlobalUnlock(handle));
  EXPECT_EQ(GetLastError(), DWORD{NO_ERROR});
  EXPECT_FALSE(GlobalUnlock(handle));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_NOT_LOCKED});
  EXPECT_EQ(GlobalFree(handle), nullptr);
}

TEST(GlobalMemory, DeadHandlesAreRefused) {
  const HGLOBAL handle = GlobalAlloc(GMEM_MOVEABLE, 8);
  GlobalFree(handle);
  for (const HGLOBAL bad : {handle, reinterpret_cast<HGLOBAL>(0xDEADBEEF0)}) {
    EXPECT_EQ(GlobalLock(bad), nullptr);
    EXPECT_EQ(GetLastError(), DWORD{ERROR_INVALID_HANDLE});
    EXPECT_EQ(GlobalSize(bad), 0u);
    EXPECT_EQ(GlobalFlags(bad), UINT{GMEM_INVALID_HANDLE});
    EXPECT_EQ(GlobalFree(bad), bad);
  }
  EXPECT_EQ(GlobalFree(nullptr), nullptr);
  EXPECT_EQ(GlobalAlloc(0, SIZE_MAX), nullptr);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_NOT_ENOUGH_MEMORY});
}

TEST(GlobalMemory, NoBytesMeansDiscarded) {
  HGLOBAL handle = GlobalAlloc(GMEM_MOVEABLE, 0);
  EXPECT_EQ(GlobalLock(handle), nullptr);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_DISCARDED});
  EXPECT_NE(GlobalFlags(handle) & GMEM_DISCARDED, 0u);
  handle = GlobalReAlloc(handle, 10, GMEM_ZEROINIT);
  EXPECT_EQ(GlobalSize(handle), 10u);
  EXPECT_EQ(GlobalDiscard(handle), handle);
  EXPECT_EQ(GlobalSize(handle), 0u);
  GlobalFree(handle);
}

TEST(LocalMemory, FixedMemoryIsItsOwnHandle) {
  HLOCAL block = LocalAlloc(LPTR, 16);
  EXPECT_EQ(LocalLock(block), block);
  EXPECT_TRUE(LocalUnlock(block));
  EXPECT_EQ(LocalReAlloc(block, 4096, LMEM_ZEROINIT), nullptr);  // it may not move
  block = LocalReAlloc(block, 4096, LMEM_MOVEABLE | LMEM_ZEROINIT);
  EXPECT_EQ(LocalSize(block), 4096u);
  EXPECT_EQ(static_cast<char*>(block)[4095], 0);
  EXPECT_EQ(LocalFree(block), nullptr);
}

TEST(Heap, KnowsItsBlocks) {
  const HANDLE heap = HeapCreate(0, 0, 0);
  void* block = HeapAlloc(heap, HEAP_ZERO_MEMORY, 10);
  EXPECT_EQ(HeapSize(heap, 0, block), 10u);
  block = HeapReAlloc(heap, HEAP_ZERO_MEMORY, block, 1000);
  EXPECT_EQ(static_cast<char*>(block)[999], 0);
  EXPECT_FALSE(HeapFree(GetProcessHeap(), 0, block));
  EXPECT_TRUE(HeapValidate(heap, 0, block));
  EXPECT_TRUE(HeapFree(heap, 0, block));
  EXPECT_FALSE(HeapFree(heap, 0, block));
  EXPECT_NE(HeapAlloc(heap, 0, 1), nullptr);
  EXPECT_TRUE(HeapDestroy(heap));
  EXPECT_EQ(HeapAlloc(heap, 0, 1), nullptr);
  EXPECT_FALSE(HeapDestroy(GetProcessHeap()));
}

TEST(VirtualMemory, IsReservedThenCommitted) {
  auto* base = static_cast<char*>(VirtualAlloc(nullptr, 0x30000, MEM_RESERVE, PAGE_READWRITE));
  ASSERT_NE(base, nullptr);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(base) % 0x10000, 0u);
  EXPECT_TRUE(IsBadReadPtr(base, 1));
  ASSERT_EQ(VirtualAlloc(base + 0x1000, 0x2000, MEM_COMMIT, PAGE_READWRITE), base + 0x1000);
  base[0x1000] = 7;
  MEMORY_BASIC_INFORMATION info;
  ASSERT_EQ(VirtualQuery(base + 0x1800, &info, sizeof info), sizeof info);
  EXPECT_EQ(info.BaseAddress, base + 0x1000);
  EXPECT_EQ(info.AllocationBase, base);
  EXPECT_EQ(info.RegionSize, 0x2000u);
  EXPECT_EQ(info.State, DWORD{MEM_COMMIT});
  DWORD old = 0;
  EXPECT_TRUE(VirtualProtect(base + 0x1000, 1, PAGE_READONLY, &old));
  EXPECT_EQ(old, DWORD{PAGE_READWRITE});
  EXPECT_FALSE(IsBadReadPtr(base + 0x1000, 0x2000));
  EXPECT_TRUE(IsBadWritePtr(base + 0x1000, 1));
  EXPECT_FALSE(IsBadWritePtr(base + 0x2000, 1));
  EXPECT_FALSE(VirtualFree(base, 0x1000, MEM_RELEASE));
  EXPECT_TRUE(VirtualFree(base, 0, MEM_RELEASE));
  EXPECT_FALSE(VirtualFree(base, 0, MEM_RELEASE));
}

TEST(Probes, SurviveBadAddresses) {
  EXPECT_TRUE(IsBadReadPtr(nullptr, 1));
  EXPECT_FALSE(IsBadReadPtr(nullptr, 0));
  EXPECT_TRUE(IsBadReadPtr(&errno, SIZE_MAX));
  EXPECT_TRUE(IsBadStringPtrA(nullptr, 10));
  EXPECT_FALSE(IsBadStringPtrA("text", 10));
  EXPECT_TRUE(IsBadWritePtr(const_cast<char*>("constant"), 1));
}

TEST(MemoryStatus, WantsItsSize) {
  MEMORYSTATUSEX status{};
  EXPECT_FALSE(GlobalMemoryStatusEx(&status));
  status.dwLength = sizeof status;
  ASSERT_TRUE(GlobalMemoryStatusEx(&status));
  EXPECT_GE(status.ullTotalPhys, status.ullAvailPhys);
}

}  // namespace
}  // namespace transom::kernel
