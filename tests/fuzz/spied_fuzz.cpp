// What the spy makes of messages whose parameters are anything: numbers, or pointers to bytes that
// may end too early.
#include "catalog/catalog.h"
#include "spy/decode.h"
#include "spy/filter.h"
#include "spy/format.h"
#include "spy/output.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

using transom::spy::Record;

void write(const Record& record) {
  transom::spy::json_text(transom::spy::title_of(record));
  transom::spy::notification_of(record);
  for (const auto& part : transom::spy::parts_of(record)) transom::spy::json_text(part.value);
}

void show(const std::string& filter, const Record& record) {
  try {
    transom::spy::Filter(filter).shows(record);
  } catch (const std::invalid_argument&) {
  }
}

}  // namespace

TRANSOM_FUZZ(spied) {
  Record record;
  record.message = transom::fuzz::take<std::uint16_t>(bytes);
  const auto how = transom::fuzz::take<std::uint8_t>(bytes);
  record.event = static_cast<transom::spy::Event>(how % 9);
  record.wparam = transom::fuzz::take<WPARAM>(bytes);
  record.lparam = (how & 0x80) != 0 ? reinterpret_cast<LPARAM>(bytes.data())
                                    : transom::fuzz::take<LPARAM>(bytes);
  record.result = static_cast<LRESULT>(record.wparam);
  if (const auto* message = transom::catalog::find(record.message, {})) {
    const auto characters =
        (how & 0x40) != 0 ? transom::spy::Characters::kAnsi : transom::spy::Characters::kUnicode;
    transom::spy::capture_pointed(record, *message, characters);
  }
  write(record);
  show(transom::fuzz::narrow_text(bytes), record);
}
