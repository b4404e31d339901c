// The one clock. Everything that asks for the time or waits for it comes here.
//
// Real time is the default. Under the virtual clock (`TRANSOM_CLOCK=virtual`, or a headless run)
// time stands still while any participating thread runs, and jumps to the earliest deadline once
// all of them are parked. A run then gives the same trace every time, and an hour of timers takes
// no time.
//
// Time is in nanoseconds from the clock's own origin; a virtual clock starts at kVirtualStart.
#pragma once

#include <cstdint>
#include <functional>

namespace transom::base {

using Nanoseconds = std::int64_t;
inline constexpr Nanoseconds kForever = INT64_MAX;
inline constexpr Nanoseconds kMillisecond = 1'000'000;
// A virtual run begins at this tick so that programs that treat 0 as "never" behave.
inline constexpr Nanoseconds kVirtualStart = 100'000 * kMillisecond;
// 2000-01-01T00:00:00Z in milliseconds since 1970: what the wall clock shows at kVirtualStart.
inline constexpr std::int64_t kVirtualWallStart = 946'684'800'000;

namespace clock {

// Precise time; about 20 ns.
Nanoseconds now();

// Milliseconds since start as GetTickCount64 answers, from the kernel's coarse clock: as cheap as a
// memory read, and still finer than the 10 to 16 ms that Windows documents.
std::uint64_t tick_count();

// Milliseconds since 1970-01-01 UTC.
std::int64_t wall_clock();

// Sets it where the clock is virtual, and calls the listener; false where it is the machine's,
// which is not a program's to set. What now() and tick_count() answer stays.
bool set_wall_clock(std::int64_t milliseconds);
// One, set before any thread could set the clock.
void set_wall_clock_listener(void (*listener)());

// The deadline `milliseconds` from now; INFINITE (0xFFFFFFFF) gives kForever.
Nanoseconds deadline_after(std::uint32_t milliseconds);

bool is_virtual();

// The calling thread has looked for something to do, found nothing and will look again: an empty
// PeekMessage, Sleep(0), a wait without a timeout. Under the virtual clock the other threads get
// their turn and, from the fifth such look in a row on, each takes a millisecond; else time would
// stand still for a program that never waits.
void polled();
// The calling thread found something: the row of polls ends.
void poll_ended();

// Chooses the virtual clock. Call before any thread parks; there is no way back.
void make_virtual();

// What to do when every participating thread is parked for ever under the virtual clock. Called on
// the thread that parked last, without locks held. It may post messages; when it returns false the
// threads stay parked.
void set_idle_handler(std::function<bool()> handler);

// A thread takes part in deciding whether the virtual clock may jump from the first time it parks
// or is declared here, until it ends. `join` may be called by the creator on behalf of a thread
// that is about to start, so that time cannot jump in between.
void join();
// The new thread says that its creator has called join() for it.
void adopt();
void leave();

}  // namespace clock
}  // namespace transom::base
