// Ownership of what xcb allocates.
#pragma once

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>
#include <type_traits>

namespace transom::host::x11 {

struct Free {
  void operator()(void* memory) const { std::free(memory); }
};

// A reply or an event; null where the request failed or the connection is gone.
template <class T>
using Reply = std::unique_ptr<T, Free>;

// Waits for the answer to a request and drops the error, if that is the answer:
// `ask(xcb_query_pointer_reply, connection, cookie)`.
template <class Function, class Cookie>
auto ask(Function function, xcb_connection_t* connection, Cookie cookie) {
  using T = std::remove_pointer_t<decltype(function(connection, cookie, nullptr))>;
  xcb_generic_error_t* error = nullptr;
  Reply<T> reply(function(connection, cookie, &error));
  std::free(error);
  return reply;
}

}  // namespace transom::host::x11
