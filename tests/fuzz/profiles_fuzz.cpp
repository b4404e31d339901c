// Initialization files.
#include "kernel32/file/profile.h"
#include "tests/fuzz/fuzz_target.h"

TRANSOM_FUZZ(profiles) {
  using transom::kernel::Profile;
  Profile profile = Profile::parse({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  for (const std::u16string& section : profile.sections()) {
    for (const std::u16string& key : profile.keys(section)) profile.value(section, key);
    profile.set(section, u"key", u"value");
  }
  Profile::parse(profile.bytes());
}
