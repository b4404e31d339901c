#include "host/x11/atoms.h"

#include <array>
#include <cstring>
#include <vector>

#include "host/x11/reply.h"

namespace transom::host::x11 {
namespace {

struct Entry {
  const char* name;
  xcb_atom_t Atoms::*field;
};

constexpr Entry kEntries[] = {
#define TRANSOM_X11_ENTRY(name) {#name, &Atoms::name},
#define TRANSOM_X11_MEDIA_TYPE(field, name) {name, &Atoms::field},
    TRANSOM_X11_ATOMS(TRANSOM_X11_ENTRY) TRANSOM_X11_MEDIA_TYPES(TRANSOM_X11_MEDIA_TYPE)
#undef TRANSOM_X11_ENTRY
#undef TRANSOM_X11_MEDIA_TYPE
};

}  // namespace

Atoms intern_atoms(xcb_connection_t* connection) {
  std::vector<xcb_intern_atom_cookie_t> cookies;
  for (const Entry& entry : kEntries) {
    const auto length = static_cast<std::uint16_t>(std::strlen(entry.name));
    cookies.push_back(xcb_intern_atom(connection, 0, length, entry.name));
  }
  Atoms atoms;
  for (std::size_t i = 0; i < cookies.size(); ++i) {
    const auto reply = ask(xcb_intern_atom_reply, connection, cookies[i]);
    if (reply) atoms.*kEntries[i].field = reply->atom;
  }
  return atoms;
}

}  // namespace transom::host::x11
