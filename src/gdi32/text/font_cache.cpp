// The scaled fonts used last. Fonts in use live on through their users' references; the bound is on
// what is kept for nobody.
#include <list>

#include "gdi32/text/scaled_font.h"

namespace transom::gdi {
namespace {

constexpr std::size_t kMaxKept = 48;

struct Cache {
  std::mutex mutex;
  // Guarded by mutex; used last in front.
  std::list<std::shared_ptr<const ScaledFont>> fonts;
  unsigned generation = 0;
};

Cache& cache() {
  static auto* instance = new Cache;
  return *instance;
}

}  // namespace

std::shared_ptr<const ScaledFont> scaled_font(const FontRequest& request) {
  Cache& kept = cache();
  {
    std::lock_guard lock(kept.mutex);
    if (kept.generation != font_set_generation()) kept.fonts.clear();
    kept.generation = font_set_generation();
    for (auto at = kept.fonts.begin(); at != kept.fonts.end(); ++at) {
      if (!((*at)->request() == request)) continue;
      kept.fonts.splice(kept.fonts.begin(), kept.fonts, at);
      return kept.fonts.front();
    }
  }
  // Made without the lock: opening a font may take long. Two threads may make the same one twice.
  std::shared_ptr<const ScaledFont> made = ScaledFont::create(request);
  std::lock_guard lock(kept.mutex);
  kept.fonts.push_front(made);
  if (kept.fonts.size() > kMaxKept) kept.fonts.pop_back();
  return made;
}

}  // namespace transom::gdi
