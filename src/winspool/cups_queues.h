// The host's print service. Where there is none, it has no queues.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace transom::winspool {

struct CupsQueue {
  std::string name;
  std::string description;
  std::string location;
  std::string model;
  bool is_default = false;
};

// All of them: CUPS looks around in the network for them, which takes its time.
std::vector<CupsQueue> cups_queues();
// The one of that name, in which case counts; without a name the default one.
std::optional<CupsQueue> cups_queue(const std::string& name);

struct CupsJob {
  std::string queue;
  std::string title;
  std::string file;
  bool is_raw = false;  // as it is, without the queue's filters
  int copies = 1;
  bool two_sided = false;
  bool short_edge = false;  // of two sides: turned over the short edge
  bool in_color = true;
  std::string media;  // "iso_a4_210x297mm"; empty: the queue's own
};

// Hands a file over; false: refused.
bool submit_to_cups(const CupsJob& job);

}  // namespace transom::winspool
