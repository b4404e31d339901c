#include "x_display.h"

#include <dlfcn.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>

namespace transom::tool {
namespace {

bool connects(const sockaddr_un& address, std::size_t length) {
  const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket < 0) return false;
  const bool connected =
      connect(socket, reinterpret_cast<const sockaddr*>(&address),
              static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + length)) == 0;
  close(socket);
  return connected;
}

// Linux also has sockets whose names, after a zero, are no files.
bool abstract_socket_answers(const std::string& name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (name.size() + 1 >= sizeof address.sun_path) return false;
  name.copy(address.sun_path + 1, name.size());
  return connects(address, name.size() + 1);
}

}  // namespace

bool socket_answers(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) return false;
  path.copy(address.sun_path, path.size());
  return connects(address, path.size() + 1);
}

// The screen of DISPLAY=:3 on this machine is the socket X3.
XDisplay find_x_display() {
  const char* name = std::getenv("DISPLAY");
  if (name == nullptr || *name == 0) return {};
  XDisplay display{name, true, false};
  const std::string& text = display.name;
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || (colon != 0 && text.substr(0, colon) != "unix")) return display;
  const std::string number = text.substr(colon + 1, text.find('.', colon) - colon - 1);
  const std::string path = "/tmp/.X11-unix/X" + number;
  display.tried = true;
  display.answers = socket_answers(path) || abstract_socket_answers(path);
  return display;
}

std::string describe_x_display(const std::filesystem::path& library_folder) {
  void* module = dlopen((library_folder / "libtransom-x11.so").c_str(), RTLD_NOW | RTLD_LOCAL);
  if (module == nullptr) return {};
  using Describe = const char* (*)();
  const auto describe = reinterpret_cast<Describe>(dlsym(module, "transom_describe_display"));
  const char* text = describe != nullptr ? describe() : nullptr;
  return text != nullptr ? text : "";
}

}  // namespace transom::tool
