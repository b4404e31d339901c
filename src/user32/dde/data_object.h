// DDEML's data: what a data handle (HDDEDATA) stands for.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "base/dde.h"

namespace transom::user::dde {

struct DataObject {
  std::vector<std::byte> bytes;
  UINT format = 0;
  HSZ item = nullptr;
  bool owned_by_program = false;  // HDATA_APPOWNED: stays when it is handed over
};

HDDEDATA give_handle(std::shared_ptr<DataObject> object);
std::shared_ptr<DataObject> data_of(HDDEDATA handle);
// The program is done with what it gave: freed, unless it wants to keep it.
void finish_with(HDDEDATA handle);

// A handle for the time of a callback.
class LentData {
 public:
  explicit LentData(std::shared_ptr<DataObject> object);
  ~LentData();
  LentData(const LentData&) = delete;
  LentData& operator=(const LentData&) = delete;
  HDDEDATA handle() const { return handle_; }

 private:
  HDDEDATA handle_ = nullptr;
};

// The memory of WM_DDE_DATA and WM_DDE_POKE: flags, format, bytes.
inline constexpr std::size_t kHeader = 2 * sizeof(WORD);
HGLOBAL to_global(std::span<const std::byte> bytes, UINT format, WORD flags);
struct GlobalData {
  WORD flags = 0;
  std::shared_ptr<DataObject> object;  // null: it is not such memory
};
GlobalData from_global(HGLOBAL memory);

}  // namespace transom::user::dde
