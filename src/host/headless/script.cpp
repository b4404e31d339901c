#include "host/headless/script.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include "base/clock.h"
#include "host/headless/end_of_run.h"
#include "host/headless/script_player.h"

namespace transom::host {
namespace {

const char* variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != 0 ? value : nullptr;
}

Script read_script(const std::string& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  Script script = parse_script(path, text.str());
  if (!file && script.steps.empty()) {
    script.error_line = 1;
    script.error = "cannot read the script";
  }
  return script;
}

// Stays parked at the end: a thread that ends would have to be waited for.
void run(Script script) {
  base::clock::adopt();
  ScriptPlayer player(std::move(script));
  player.play();
  script_finished();
  base::Parker parker;
  parker.park(base::kForever, [] { return false; });
}

}  // namespace

bool start_script() {
  const char* path = variable("TRANSOM_SCRIPT");
  const char* text = variable("TRANSOM_SCRIPT_TEXT");
  if (path == nullptr && text == nullptr) return false;
  Script script = path != nullptr ? read_script(path) : parse_script("TRANSOM_SCRIPT_TEXT", text);
  // On the new thread's behalf, so that no time passes before it looks at the clock.
  base::clock::join();
  std::thread(run, std::move(script)).detach();
  return true;
}

}  // namespace transom::host
