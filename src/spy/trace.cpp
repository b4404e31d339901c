#include "spy/trace.h"

#include <array>
#include <cstring>

#include "base/clock.h"
#include "base/text.h"
#include "spy/decode.h"
#include "spy/describe.h"
#include "spy/environment.h"
#include "spy/links.h"
#include "spy/memory.h"
#include "spy/session.h"

namespace transom::spy {
namespace {

WindowDescriber describer;

// Never given back: threads may report while the process ends.
Links& links() {
  static Links* all = new Links;
  return *all;
}

std::atomic<std::uint64_t> next_call{1};
std::atomic<std::uint16_t> thread_count{0};

// A message that GetMessage handed out and DispatchMessage has not seen yet.
struct Retrieved {
  MSG message{};
  Link link;
  bool waiting = false;
};

struct ThreadTrace {
  std::uint16_t number = static_cast<std::uint16_t>(thread_count.fetch_add(1) + 1);
  std::uint16_t depth = 0;
  std::array<Retrieved, 8> retrieved;
  std::size_t next_retrieved = 0;
};

ThreadTrace& thread_trace() {
  thread_local ThreadTrace trace;
  return trace;
}

std::uint64_t new_call() {
  return next_call.fetch_add(1, std::memory_order_relaxed);
}

bool same(const MSG& a, const MSG& b) {
  return a.hwnd == b.hwnd && a.message == b.message && a.wParam == b.wParam && a.lParam == b.lParam;
}

template <std::size_t size>
void keep(char (&to)[size], std::string_view text) {
  std::size_t length = std::min(text.size(), size - 1);
  while (length > 0 && length < text.size() && (text[length] & 0xC0) == 0x80) --length;
  std::memcpy(to, text.data(), length);
  to[length] = 0;
}

template <std::size_t size>
void describe_class(char (&to)[size], HWND window) {
  char16_t buffer[64];
  if (window != nullptr && describer.class_name != nullptr) {
    keep(to, base::utf16_to_utf8({buffer, describer.class_name(window, buffer, 64)}));
  }
}

void describe_window(Record& record) {
  describe_class(record.window_class, record.window);
  char16_t buffer[64];
  if (record.window != nullptr && describer.text != nullptr) {
    keep(record.window_text,
         base::utf16_to_utf8({buffer, describer.text(record.window, buffer, 64)}));
  }
}

// Which control tells its parent what, for WM_COMMAND and WM_NOTIFY.
void describe_notification(Record& record) {
  HWND control = nullptr;
  if (record.message == WM_COMMAND) {
    control = reinterpret_cast<HWND>(record.lparam);
    record.code = HIWORD(record.wparam);
  } else if (record.message == WM_NOTIFY) {
    NMHDR header{};
    if (read_memory(reinterpret_cast<const void*>(record.lparam), &header, sizeof header) ==
        sizeof header) {
      control = header.hwndFrom;
      record.code = header.code;
    }
  }
  describe_class(record.peer_class, control);
}

Record new_record(Event event, HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  Record record;
  record.time = base::clock::now();
  record.event = event;
  record.window = window;
  record.message = message;
  record.wparam = wparam;
  record.lparam = lparam;
  record.thread = thread_trace().number;
  record.depth = thread_trace().depth;
  return record;
}

MSG as_message(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  MSG result{};
  result.hwnd = window;
  result.message = message;
  result.wParam = wparam;
  result.lParam = lparam;
  return result;
}

// A call of a window procedure begins: everything until its return is nested in it.
std::uint64_t begin_call(Record& record, const Characters* characters) {
  describe_window(record);
  describe_notification(record);
  if (characters != nullptr) {
    if (const auto* message = catalog::find(record.message, record.window_class)) {
      capture_pointed(record, *message, *characters);
    }
  }
  record.call = new_call();
  ++thread_trace().depth;
  detail::push(record);
  return record.call;
}

Link link_of_dispatched(const MSG& message) {
  ThreadTrace& trace = thread_trace();
  for (std::size_t i = 0; i < trace.retrieved.size(); ++i) {
    // The latest first.
    Retrieved& entry = trace.retrieved[(trace.next_retrieved + trace.retrieved.size() - 1 - i) %
                                       trace.retrieved.size()];
    if (!entry.waiting || !same(entry.message, message)) continue;
    entry.waiting = false;
    return entry.link;
  }
  // The program made this MSG up, or the spy was off when it was retrieved.
  return {0, Origin::kProgram};
}

// Here, where everything that reports is linked with it.
[[gnu::constructor]] void start_at_load() {
  start_from_environment();
}

}  // namespace

void set_window_describer(const WindowDescriber& functions) {
  describer = functions;
}

const WindowDescriber& window_describer() {
  return describer;
}

namespace detail {

void posted(HWND window, UINT message, WPARAM wparam, LPARAM lparam, Origin origin) {
  Record record = new_record(Event::kPosted, window, message, wparam, lparam);
  record.origin = origin;
  record.call = new_call();
  describe_window(record);
  links().posted(as_message(window, message, wparam, lparam), {record.call, origin});
  push(record);
}

void retrieved(const MSG& message) {
  Record record =
      new_record(Event::kRetrieved, message.hwnd, message.message, message.wParam, message.lParam);
  const Link link = links().take(message);
  record.link = link.post;
  record.origin = link.origin;
  describe_window(record);
  ThreadTrace& trace = thread_trace();
  trace.retrieved[trace.next_retrieved++ % trace.retrieved.size()] = {message, link, true};
  trace.next_retrieved %= trace.retrieved.size();
  push(record);
}

std::uint64_t sent(HWND window, UINT message, WPARAM wparam, LPARAM lparam, Origin origin,
                   Characters characters) {
  Record record = new_record(Event::kSent, window, message, wparam, lparam);
  record.origin = origin;
  return begin_call(record, &characters);
}

std::uint64_t received(std::uint64_t sender, HWND window, UINT message, WPARAM wparam,
                       LPARAM lparam, Origin origin, Characters characters) {
  Record record = new_record(Event::kReceived, window, message, wparam, lparam);
  record.origin = origin;
  record.link = sender;
  return begin_call(record, &characters);
}

std::uint64_t dispatched(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  Record record = new_record(Event::kDispatched, window, message, wparam, lparam);
  const Link link = link_of_dispatched(as_message(window, message, wparam, lparam));
  record.link = link.post;
  record.origin = link.origin;
  return begin_call(record, nullptr);
}

void returned(std::uint64_t call, HWND window, UINT message, WPARAM wparam, LPARAM lparam,
              LRESULT result, Characters characters) {
  abandoned(call);
  Record record = new_record(Event::kReturned, window, message, wparam, lparam);
  record.call = call;
  record.result = result;
  describe_window(record);
  describe_notification(record);
  if (const auto* entry = catalog::find(message, record.window_class)) {
    capture_pointed(record, *entry, characters);
  }
  push(record);
}

void abandoned(std::uint64_t) {
  ThreadTrace& trace = thread_trace();
  if (trace.depth > 0) --trace.depth;
}

void reached_default(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  Record record = new_record(Event::kDefault, window, message, wparam, lparam);
  describe_window(record);
  push(record);
}

void hook_called(int type, int code, WPARAM wparam, LPARAM lparam) {
  Record record = new_record(Event::kHook, nullptr, WM_NULL, wparam, lparam);
  record.hook = static_cast<std::int16_t>(type);
  record.hook_code = static_cast<std::int16_t>(code);
  const void* pointed = reinterpret_cast<const void*>(lparam);
  if (type == WH_CALLWNDPROC) {
    CWPSTRUCT call{};
    if (read_memory(pointed, &call, sizeof call) == sizeof call) {
      record.window = call.hwnd;
      record.message = call.message;
    }
  } else if (type == WH_CALLWNDPROCRET) {
    CWPRETSTRUCT call{};
    if (read_memory(pointed, &call, sizeof call) == sizeof call) {
      record.window = call.hwnd;
      record.message = call.message;
    }
  } else if (type == WH_GETMESSAGE || type == WH_MSGFILTER || type == WH_SYSMSGFILTER) {
    MSG message{};
    if (read_memory(pointed, &message, sizeof message) == sizeof message) {
      record.window = message.hwnd;
      record.message = message.message;
    }
  } else if (type == WH_CBT) {
    record.window = reinterpret_cast<HWND>(wparam);
  }
  describe_window(record);
  push(record);
}

void coalesced(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  Record record = new_record(Event::kCoalesced, window, message, wparam, lparam);
  describe_window(record);
  push(record);
}

}  // namespace detail
}  // namespace transom::spy
