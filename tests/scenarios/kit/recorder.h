// The trace: lines with a depth. Threads may write at any time; each has its own depth.
#pragma once

#include <windows.h>

#include <cstdint>
#include <string>

namespace scenario {

// Writes a line at the depth of the calling thread. As printf. Only within CALL.
[[gnu::format(printf, 1, 2)]] void note(const char* format, ...);
void write_line(const std::string& text);

// Lines between are one step deeper.
class Deeper {
 public:
  Deeper();
  ~Deeper();
  Deeper(const Deeper&) = delete;
  Deeper& operator=(const Deeper&) = delete;
};

// Recording is on while at least one of these lives, on any thread.
class Recording {
 public:
  Recording();
  ~Recording();
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;
};
bool is_recording();

// Lines of the calling thread are added to `text` from now on, not to standard output; null: they
// are again.
void write_to(std::string* text);

// How many lines there are, and the end of the last one: a result goes on the line of its call
// where nothing came between.
std::size_t line_count();
void append_result(std::size_t lines_at_call, const std::string& result, const std::string& again);

// Lines of this thread begin with its name.
void name_thread(const char* name);

// Names for handles of any type. A window's is given by create(). Empty where there is none.
void name_handle(const void* handle, const std::string& name);
void forget_names();
std::string name_of_handle(const void* handle);
// Menus, icons and cursors have names of their own: their handles may be equal to a window's.
void name_object(const void* handle, const std::string& name);
std::string object_text(const void* handle, const char* type);
// "null", the name, or what the type is called.
std::string handle_text(const void* handle, const char* type);
std::string window_text(HWND window);

// Messages that are written only where a scenario asks, and the other way round.
void watch(UINT message);
void ignore(UINT message);
// When what was moved or uncovered is drawn again is the system's business: at once or by and by.
void ignore_painting();
bool is_watched(UINT message);

}  // namespace scenario
