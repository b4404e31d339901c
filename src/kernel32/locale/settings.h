// A locale with what the user has changed of it (SetLocaleInfo), for as long as the process runs.
#pragma once

#include <map>
#include <string>

#include "kernel32/locale/locale.h"

namespace transom::kernel {

class LocaleSettings {
 public:
  // `flags` are a function's: LOCALE_NOUSEROVERRIDE asks for the locale as it came. Only the user's
  // own locale has changes.
  LocaleSettings(const Locale& locale, DWORD flags);

  std::u16string text(LCTYPE type) const;
  DWORD number(LCTYPE type) const;
  bool has(LCTYPE type) const { return locale_->find(type) != nullptr; }
  const Locale& locale() const { return *locale_; }

 private:
  const Locale* locale_;
  std::map<LCTYPE, std::u16string> changes_;  // as they were when this was made
};

// False: a type that users cannot change.
bool change_setting(LCTYPE type, const std::u16string& value);

}  // namespace transom::kernel
