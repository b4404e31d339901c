// Plays sequences and writes what happened: driver SEQUENCES TRACES.
//
// A sequence that does not come back ends the program with 3, after what is known of it; the caller
// starts it again with the sequences behind it.
#include <cstdio>
#include <fstream>
#include <map>

#include "../../scenarios/kit/scenario.h"
#include "actor.h"
#include "calls.h"
#include "state.h"
#include "values.h"

namespace differential {
namespace {

class Player {
 public:
  explicit Player(std::FILE* output) : output_(output) {
    for (const char* name : {"A", "B"}) {
      name_thread(name, actor(*name).id());
    }
  }

  bool play(const Sequence& sequence) {
    std::fprintf(output_, "sequence %s\n", sequence.name.c_str());
    bool came_back = true;
    for (const Step& step : sequence.steps) {
      came_back = perform_step(step);
      std::fflush(output_);
      if (!came_back) break;
    }
    std::fprintf(output_, came_back ? "end\n" : "HANGS\n");
    std::fflush(output_);
    return came_back;
  }

 private:
  Actor& actor(char name) { return name == 'B' ? second_ : first_; }

  bool perform_step(const Step& step) {
    const bool came_back = actor(step.thread).run([&] { perform(step.call); }) && settle();
    std::fprintf(output_, "> %c %s\n", step.thread, step.call.text.c_str());
    note_window(step.call);
    for (Actor* one : {&first_, &second_}) {
      write_indented(one == &first_ ? 'A' : 'B', one->take_trace());
    }
    if (came_back) write_state();
    return came_back;
  }

  // What threads have sent to each other without waiting arrives.
  bool settle() {
    for (int round = 0; round < 2; ++round) {
      if (!first_.run(scenario::serve_sends) || !second_.run(scenario::serve_sends)) return false;
    }
    return true;
  }

  void note_window(const Call& call) {
    if (call.function != "create") return;
    if (const auto value = value_of(call.arguments[0])) {
      windows_.push_back(reinterpret_cast<HWND>(*value));
    }
  }

  void write_indented(char thread, const std::string& text) {
    std::size_t start = 0;
    while (start < text.size()) {
      const std::size_t end = text.find('\n', start);
      if (end != start) {
        std::fprintf(output_, "%c %s\n", thread, text.substr(start, end - start).c_str());
      }
      if (end == std::string::npos) break;
      start = end + 1;
    }
  }

  void write_state() {
    for (const char name : {'A', 'B'}) {
      std::string text;
      actor(name).run([&] { text = input_state(); });
      if (last_input_[name] == text) continue;
      last_input_[name] = text;
      std::fprintf(output_, "= %c %s\n", name, text.c_str());
    }
    std::fputs(states_.changes(windows_).c_str(), output_);
  }

  std::FILE* output_;
  Actor first_;
  Actor second_;
  std::vector<HWND> windows_;
  WindowStates states_;
  std::map<char, std::string> last_input_;
};

bool play(const Sequence& sequence, std::FILE* output) {
  forget_values();
  scenario::forget_windows();
  scenario::reset_input();
  Player player(output);
  if (player.play(sequence)) return true;
  // Its threads are lost.
  std::fclose(output);
  std::_Exit(3);
}

}  // namespace
}  // namespace differential

int main(int count, char** arguments) {
  if (count != 3) {
    std::fprintf(stderr, "Usage: driver SEQUENCES TRACES\n");
    return 2;
  }
  std::ifstream input(arguments[1]);
  std::FILE* output = std::fopen(arguments[2], "wb");
  if (!input || output == nullptr) return 2;
  scenario::ignore_painting();
  const scenario::Recording recording;
  for (const auto& sequence : differential::read_sequences(input)) {
    differential::play(sequence, output);
  }
  std::fclose(output);
  return 0;
}
