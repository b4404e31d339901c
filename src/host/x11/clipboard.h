// The display's clipboard: the selection CLIPBOARD, ours or another program's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "host/x11/connection.h"
#include "host/x11/selection_owner.h"
#include "host/x11/selection_reader.h"
#include "host/x11/worker.h"

namespace transom::host::x11 {

class Clipboard {
 public:
  Clipboard(Connection& connection, xcb_window_t window)
      : connection_(connection), reader_(connection), owner_(connection, window) {}

  // Asks to be told of changes, and for what there is now.
  void watch();

  // What DisplayHost has of it.
  void offer(const std::vector<std::string>& types) { owner_.offer(types); }
  std::optional<std::string> bytes(const std::string& type);

  SelectionReader& reader() { return reader_; }
  SelectionOwner& owner() { return owner_; }

  // The selection has another owner (XFixes), or has been taken from us. Event thread.
  void changed();

 private:
  void look();

  Connection& connection_;
  SelectionReader reader_;
  SelectionOwner owner_;
  Worker worker_;
};

}  // namespace transom::host::x11
