#include "kernel32/locale/settings.h"

#include <algorithm>
#include <mutex>

namespace transom::kernel {
namespace {

// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-setlocaleinfow
constexpr LCTYPE kChangeable[] = {
    LOCALE_ICALENDARTYPE,
    LOCALE_ICURRDIGITS,
    LOCALE_ICURRENCY,
    LOCALE_IDIGITS,
    LOCALE_IDIGITSUBSTITUTION,
    LOCALE_IFIRSTDAYOFWEEK,
    LOCALE_IFIRSTWEEKOFYEAR,
    LOCALE_ILZERO,
    LOCALE_IMEASURE,
    LOCALE_INEGCURR,
    LOCALE_INEGNUMBER,
    LOCALE_IPAPERSIZE,
    LOCALE_ITIME,
    LOCALE_S1159,
    LOCALE_S2359,
    LOCALE_SCURRENCY,
    LOCALE_SDATE,
    LOCALE_SDECIMAL,
    LOCALE_SGROUPING,
    LOCALE_SLIST,
    LOCALE_SLONGDATE,
    LOCALE_SMONDECIMALSEP,
    LOCALE_SMONGROUPING,
    LOCALE_SMONTHOUSANDSEP,
    LOCALE_SNATIVEDIGITS,
    LOCALE_SNEGATIVESIGN,
    LOCALE_SPOSITIVESIGN,
    LOCALE_SSHORTDATE,
    LOCALE_SSHORTTIME,
    LOCALE_STHOUSAND,
    LOCALE_STIME,
    LOCALE_STIMEFORMAT,
    LOCALE_SYEARMONTH,
};

struct Changes {
  std::mutex mutex;
  std::map<LCTYPE, std::u16string> values;
};
Changes& user_changes() {
  static auto* changes = new Changes;
  return *changes;
}

}  // namespace

LocaleSettings::LocaleSettings(const Locale& locale, DWORD flags) : locale_(&locale) {
  if (&locale != &user_locale() || (flags & LOCALE_NOUSEROVERRIDE) != 0) return;
  Changes& changes = user_changes();
  std::lock_guard lock(changes.mutex);
  changes_ = changes.values;
}

std::u16string LocaleSettings::text(LCTYPE type) const {
  const auto changed = changes_.find(type);
  return changed != changes_.end() ? changed->second : locale_->text(type);
}

DWORD LocaleSettings::number(LCTYPE type) const {
  return number_in(text(type));
}

bool change_setting(LCTYPE type, const std::u16string& value) {
  if (std::ranges::find(kChangeable, type) == std::end(kChangeable)) return false;
  Changes& changes = user_changes();
  std::lock_guard lock(changes.mutex);
  changes.values.insert_or_assign(type, value);
  return true;
}

}  // namespace transom::kernel
