// A process that ends with the object that started it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace transom::tests {

// The real clock runs here: tests wait for conditions, and only a failure takes as long as this.
inline constexpr std::chrono::seconds kPatience{10};

// Asks again and again until it is so, or the time is over; the last answer.
template <class Condition>
bool eventually(Condition&& condition, std::chrono::milliseconds patience = kPatience) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return condition();
    struct timespec pause {
      0, 5'000'000
    };
    nanosleep(&pause, nullptr);
  }
  return true;
}

class Process {
 public:
  struct Options {
    std::vector<std::string> environment;  // NAME=VALUE, over and above our own
    std::string output;                    // a file for standard output and error; empty: ours
    int inherited = -1;                    // a descriptor that the program gets
  };
  Process(const std::vector<std::string>& arguments, const Options& options);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  pid_t id() const { return id_; }
  bool running();
  // The exit code, or 128 and the signal; nothing while it runs on.
  std::optional<int> wait(std::chrono::milliseconds patience = kPatience);
  void stop();

  static bool exists(const std::string& program);

 private:
  pid_t id_ = -1;
  std::optional<int> result_;
};

}  // namespace transom::tests
