#include "gdi32/metafile/wmf_player.h"

#include <unordered_map>

namespace transom::gdi {
namespace {

using Handler = bool (*)(WmfStage&, const WmfRecordView&);

const std::unordered_map<WORD, Handler>& handlers() {
  static const auto* table = [] {
    auto* made = new std::unordered_map<WORD, Handler>;
    for (const auto area : {wmf_shape_records, wmf_object_records, wmf_pixel_records}) {
      for (const WmfEntry& entry : area()) made->emplace(entry.function, entry.play);
    }
    return made;
  }();
  return *table;
}

}  // namespace

bool WmfStage::keep(HGDIOBJ object) {
  if (object == nullptr) return false;
  for (UINT i = 0; i < count; ++i) {
    if (handles->objectHandle[i] != nullptr) continue;
    handles->objectHandle[i] = object;
    return true;
  }
  DeleteObject(object);
  return false;
}

bool play_wmf_record(WmfStage& stage, const WmfRecordView& record) {
  const auto found = handlers().find(record.function());
  return found == handlers().end() || (found->second(stage, record) && record.ok());
}

}  // namespace transom::gdi
