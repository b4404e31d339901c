// https://learn.microsoft.com/windows/win32/sync/wait-functions and the pages of each function.
#include <gtest/gtest.h>

#include <atomic>

#include "base/win32.h"
#include "kernel32/thread_record.h"
#include "kernel32/wait_api.h"

namespace transom::kernel {
namespace {

DWORD run_body(void* parameter) {
  (*static_cast<std::function<void()>*>(parameter))();
  return 7;
}

HANDLE start(std::function<void()>& body) {
  return CreateThread(nullptr, 0, run_body, &body, 0, nullptr);
}

TEST(Handles, AreMultiplesOfFourAndDieWhenClosed) {
  const HANDLE event = CreateEventW(nullptr, TRUE, FALSE, nullptr);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(event) % 4, 0u);
  EXPECT_TRUE(CloseHandle(event));
  EXPECT_FALSE(CloseHandle(event));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_INVALID_HANDLE});
  EXPECT_EQ(WaitForSingleObject(event, 0), WAIT_FAILED);
  EXPECT_FALSE(CloseHandle(nullptr));
}

TEST(Handles, ADuplicateKeepsTheObjectAlive) {
  const HANDLE event = CreateEventW(nullptr, TRUE, TRUE, nullptr);
  HANDLE copy = nullptr;
  ASSERT_TRUE(DuplicateHandle(GetCurrentProcess(), event, GetCurrentProcess(), &copy, 0, FALSE,
                              DUPLICATE_SAME_ACCESS | DUPLICATE_CLOSE_SOURCE));
  EXPECT_FALSE(CloseHandle(event));
  EXPECT_EQ(WaitForSingleObject(copy, 0), WAIT_OBJECT_0);
  CloseHandle(copy);
}

TEST(Events, AutomaticResetLetsOneWaitThrough) {
  const HANDLE event = CreateEventW(nullptr, FALSE, TRUE, nullptr);
  EXPECT_EQ(WaitForSingleObject(event, 0), WAIT_OBJECT_0);
  EXPECT_EQ(WaitForSingleObject(event, 0), DWORD{WAIT_TIMEOUT});
  CloseHandle(event);
}

TEST(Events, ANameIsSharedAndSaysSo) {
  const HANDLE first = CreateEventA(nullptr, TRUE, FALSE, "wait_test");
  EXPECT_EQ(GetLastError(), DWORD{ERROR_SUCCESS});
  const HANDLE second = CreateEventW(nullptr, TRUE, FALSE, L"Local\\wait_test");
  EXPECT_EQ(GetLastError(), DWORD{ERROR_ALREADY_EXISTS});
  SetEvent(first);
  EXPECT_EQ(WaitForSingleObject(second, 0), WAIT_OBJECT_0);
  EXPECT_EQ(CreateMutexA(nullptr, FALSE, "wait_test"), nullptr);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_INVALID_HANDLE});
  CloseHandle(first);
  CloseHandle(second);
  EXPECT_EQ(OpenEventA(0, FALSE, "wait_test"), nullptr);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_FILE_NOT_FOUND});
}

TEST(Mutexes, AreTakenAgainByTheirOwnerAndReleasedAsOften) {
  const HANDLE mutex = CreateMutexW(nullptr, TRUE, nullptr);
  EXPECT_EQ(WaitForSingleObject(mutex, 0), WAIT_OBJECT_0);
  EXPECT_TRUE(ReleaseMutex(mutex));
  EXPECT_TRUE(ReleaseMutex(mutex));
  EXPECT_FALSE(ReleaseMutex(mutex));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_NOT_OWNER});
  CloseHandle(mutex);
}

TEST(Mutexes, AreAbandonedByAThreadThatEnds) {
  const HANDLE mutex = CreateMutexW(nullptr, FALSE, nullptr);
  std::function<void()> body = [&] { WaitForSingleObject(mutex, INFINITE); };
  const HANDLE thread = start(body);
  EXPECT_EQ(WaitForSingleObject(thread, INFINITE), WAIT_OBJECT_0);
  EXPECT_EQ(WaitForSingleObject(mutex, INFINITE), DWORD{WAIT_ABANDONED});
  EXPECT_TRUE(ReleaseMutex(mutex));
  CloseHandle(thread);
  CloseHandle(mutex);
}

TEST(Semaphores, CountAndRefuseToExceedTheirMaximum) {
  const HANDLE semaphore = CreateSemaphoreW(nullptr, 1, 2, nullptr);
  LONG previous = 0;
  EXPECT_TRUE(ReleaseSemaphore(semaphore, 1, &previous));
  EXPECT_EQ(previous, 1);
  EXPECT_FALSE(ReleaseSemaphore(semaphore, 1, nullptr));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_TOO_MANY_POSTS});
  EXPECT_EQ(WaitForSingleObject(semaphore, 0), WAIT_OBJECT_0);
  EXPECT_EQ(WaitForSingleObject(semaphore, 0), WAIT_OBJECT_0);
  EXPECT_EQ(WaitForSingleObject(semaphore, 0), DWORD{WAIT_TIMEOUT});
  CloseHandle(semaphore);
}

TEST(Waits, ForAllTakeNothingUntilTheyCanTakeEverything) {
  const HANDLE handles[] = {CreateEventW(nullptr, FALSE, TRUE, nullptr),
                            CreateEventW(nullptr, FALSE, FALSE, nullptr)};
  EXPECT_EQ(WaitForMultipleObjects(2, handles, TRUE, 0), DWORD{WAIT_TIMEOUT});
  EXPECT_EQ(WaitForSingleObject(handles[0], 0), WAIT_OBJECT_0);
  SetEvent(handles[0]);
  SetEvent(handles[1]);
  EXPECT_EQ(WaitForMultipleObjects(2, handles, TRUE, 0), WAIT_OBJECT_0);
  EXPECT_EQ(WaitForMultipleObjects(2, handles, FALSE, 0), DWORD{WAIT_TIMEOUT});
  for (const HANDLE handle : handles) CloseHandle(handle);
}

TEST(Waits, ForAnyAnswerTheLowestIndex) {
  const HANDLE handles[] = {CreateEventW(nullptr, TRUE, FALSE, nullptr),
                            CreateEventW(nullptr, TRUE, TRUE, nullptr),
                            CreateEventW(nullptr, TRUE, TRUE, nullptr)};
  EXPECT_EQ(WaitForMultipleObjects(3, handles, FALSE, INFINITE), WAIT_OBJECT_0 + 1);
  for (const HANDLE handle : handles) CloseHandle(handle);
}

TEST(Waits, RefuseTooManyHandlesAndDuplicatesInAWaitForAll) {
  const HANDLE event = CreateEventW(nullptr, TRUE, TRUE, nullptr);
  std::vector<HANDLE> handles(65, event);
  EXPECT_EQ(WaitForMultipleObjects(65, handles.data(), FALSE, 0), WAIT_FAILED);
  EXPECT_EQ(WaitForMultipleObjects(2, handles.data(), TRUE, 0), WAIT_FAILED);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_INVALID_PARAMETER});
  EXPECT_EQ(WaitForMultipleObjects(0, handles.data(), FALSE, 0), WAIT_FAILED);
  CloseHandle(event);
}

TEST(Waits, OfTwoThreadsPassTheTurnThroughEvents) {
  const HANDLE ping = CreateEventW(nullptr, FALSE, FALSE, nullptr);
  const HANDLE pong = CreateEventW(nullptr, FALSE, FALSE, nullptr);
  int count = 0;  // guarded by the turn
  std::function<void()> body = [&] {
    for (int i = 0; i < 100; ++i) {
      WaitForSingleObject(ping, INFINITE);
      ++count;
      SetEvent(pong);
    }
  };
  const HANDLE thread = start(body);
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(SignalObjectAndWait(ping, pong, INFINITE, FALSE), WAIT_OBJECT_0);
    EXPECT_EQ(count, i + 1);
  }
  WaitForSingleObject(thread, INFINITE);
  for (const HANDLE handle : {ping, pong, thread}) CloseHandle(handle);
}

TEST(Waits, EndByTheExtraCondition) {
  const HANDLE event = CreateEventW(nullptr, FALSE, FALSE, nullptr);
  std::atomic<bool> message{false};
  ThreadRecord& waiter = current_thread();
  std::function<void()> body = [&] {
    message.store(true);
    waiter.parker.unpark();
  };
  const HANDLE thread = start(body);
  const ExtraCondition extra{
      [](void* context) { return static_cast<std::atomic<bool>*>(context)->load(); }, &message};
  EXPECT_EQ(wait_for_handles(1, &event, WaitFor::kAny, INFINITE, false, extra), WAIT_OBJECT_0 + 1);
  WaitForSingleObject(thread, INFINITE);
  CloseHandle(thread);
  CloseHandle(event);
}

void count_call(ULONG_PTR parameter) {
  ++*reinterpret_cast<int*>(parameter);
}

TEST(ProcedureCalls, RunInAnAlertableWaitOnly) {
  int calls = 0;
  EXPECT_TRUE(QueueUserAPC(count_call, GetCurrentThread(), reinterpret_cast<ULONG_PTR>(&calls)));
  EXPECT_EQ(SleepEx(1, FALSE), 0u);
  EXPECT_EQ(calls, 0);
  EXPECT_EQ(SleepEx(INFINITE, TRUE), DWORD{WAIT_IO_COMPLETION});
  EXPECT_EQ(calls, 1);
}

TEST(WaitableTimers, FireOnceOrPeriodically) {
  const HANDLE timer = CreateWaitableTimerW(nullptr, FALSE, nullptr);
  LARGE_INTEGER due;
  due.QuadPart = -10'000;
  EXPECT_TRUE(SetWaitableTimer(timer, &due, 1, nullptr, nullptr, FALSE));
  EXPECT_EQ(WaitForSingleObject(timer, INFINITE), WAIT_OBJECT_0);
  EXPECT_EQ(WaitForSingleObject(timer, INFINITE), WAIT_OBJECT_0);
  EXPECT_TRUE(CancelWaitableTimer(timer));
  EXPECT_EQ(WaitForSingleObject(timer, 3), DWORD{WAIT_TIMEOUT});
  CloseHandle(timer);
}

void count_timer(LPVOID argument, DWORD, DWORD) {
  ++*static_cast<int*>(argument);
}

TEST(WaitableTimers, CallTheirRoutineInAnAlertableWait) {
  const HANDLE timer = CreateWaitableTimerW(nullptr, TRUE, nullptr);
  int calls = 0;
  LARGE_INTEGER due;
  due.QuadPart = -1;
  EXPECT_TRUE(SetWaitableTimer(timer, &due, 0, count_timer, &calls, FALSE));
  EXPECT_EQ(SleepEx(INFINITE, TRUE), DWORD{WAIT_IO_COMPLETION});
  EXPECT_EQ(calls, 1);
  CloseHandle(timer);
}

TEST(Threads, StartSuspendedAndTellTheirExitCode) {
  std::atomic<bool> ran{false};
  std::function<void()> body = [&] { ran = true; };
  DWORD id = 0;
  const HANDLE thread = CreateThread(nullptr, 0, run_body, &body, CREATE_SUSPENDED, &id);
  DWORD code = 0;
  EXPECT_NE(id, 0u);
  EXPECT_EQ(GetThreadId(thread), id);
  EXPECT_TRUE(GetExitCodeThread(thread, &code));
  EXPECT_EQ(code, DWORD{STILL_ACTIVE});
  EXPECT_FALSE(ran);
  EXPECT_EQ(ResumeThread(thread), 1u);
  EXPECT_EQ(WaitForSingleObject(thread, INFINITE), WAIT_OBJECT_0);
  EXPECT_TRUE(ran);
  EXPECT_TRUE(GetExitCodeThread(thread, &code));
  EXPECT_EQ(code, 7u);
  CloseHandle(thread);
}

TEST(Threads, ExitFunctionsRunOnTheThreadLastGivenFirst) {
  std::vector<int> order;
  std::function<void()> body = [&] {
    at_thread_exit([&] { order.push_back(1); });
    at_thread_exit([&] { order.push_back(2); });
    ExitThread(3);
  };
  const HANDLE thread = start(body);
  WaitForSingleObject(thread, INFINITE);
  DWORD code = 0;
  GetExitCodeThread(thread, &code);
  EXPECT_EQ(code, 3u);
  EXPECT_EQ(order, (std::vector<int>{2, 1}));
  CloseHandle(thread);
}

TEST(ThreadStorage, ValuesAreTheThreadsOwnAndGoWithTheSlot) {
  const DWORD slot = TlsAlloc();
  int value = 0;
  EXPECT_TRUE(TlsSetValue(slot, &value));
  std::function<void()> body = [&] { EXPECT_EQ(TlsGetValue(slot), nullptr); };
  const HANDLE thread = start(body);
  WaitForSingleObject(thread, INFINITE);
  CloseHandle(thread);
  EXPECT_EQ(TlsGetValue(slot), &value);
  EXPECT_TRUE(TlsFree(slot));
  EXPECT_FALSE(TlsFree(slot));
  EXPECT_EQ(TlsAlloc(), slot);
  EXPECT_EQ(TlsGetValue(slot), nullptr);
  TlsFree(slot);
}

}  // namespace
}  // namespace transom::kernel
