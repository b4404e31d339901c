#include "kernel32/locale/locale.h"

#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>

#include "base/text.h"
#include "kernel32/locale/icu_names.h"

namespace transom::kernel {
namespace {

constexpr LCID kEnglishUnitedStates = MAKELANGID(LANG_ENGLISH, SUBLANG_ENGLISH_US);
constexpr LCID kEnglish = MAKELANGID(LANG_ENGLISH, SUBLANG_NEUTRAL);

struct Known {
  std::mutex mutex;
  std::map<std::u16string, std::unique_ptr<Locale>> by_name;  // null: asked for, and there is none
};
Known& known() {
  static auto* locales = new Known;
  return *locales;
}

std::unique_ptr<Locale> built_in(LCID id, const char16_t* name, const char* icu_name,
                                 void (*describe)(Locale&)) {
  auto locale = std::make_unique<Locale>(id, name, icu_name);
  describe(*locale);
  return locale;
}

std::unique_ptr<Locale> make_locale(const std::u16string& name) {
  std::unique_ptr<Locale> locale;
  if (name.empty()) {
    locale = built_in(LOCALE_INVARIANT, u"", "en_US_POSIX", describe_invariant);
    locale->set(LOCALE_IDEFAULTLANGUAGE, u"0409");
  } else if (name == u"en-us") {
    locale = built_in(kEnglishUnitedStates, u"en-US", "en_US", describe_english);
  } else if (name == u"en") {
    locale = built_in(kEnglish, u"en", "en", describe_english);
    locale->set(LOCALE_INEUTRAL, u"1");
  } else if (const auto names = icu_names_of(name)) {
    locale = std::make_unique<Locale>(names->id, names->name, names->icu_name);
    if (!describe_by_icu(*locale)) return nullptr;
  }
  if (locale != nullptr) describe_derived(*locale);
  return locale;
}

bool headless() {
  const char* host = std::getenv("TRANSOM_HOST");
  if (host != nullptr && *host != '\0') return std::string_view(host) == "headless";
  const char* display = std::getenv("DISPLAY");
  return display == nullptr || *display == '\0';
}

// "de_DE.UTF-8@euro" is "de-DE".
std::u16string name_from_host(std::string_view value) {
  value = value.substr(0, value.find_first_of(".@"));
  std::u16string name = base::utf8_to_utf16(value);
  for (char16_t& c : name) {
    if (c == u'_') c = u'-';
  }
  return name;
}

const Locale* host_locale() {
  if (const char* chosen = std::getenv("TRANSOM_LOCALE"); chosen != nullptr && *chosen != '\0') {
    return find_locale(std::u16string_view(name_from_host(chosen)));
  }
  if (headless()) return nullptr;
  for (const char* variable : {"LC_ALL", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') continue;
    const std::u16string name = name_from_host(value);
    return name == u"C" || name == u"POSIX" ? nullptr : find_locale(std::u16string_view(name));
  }
  return nullptr;
}

}  // namespace

const std::u16string& Locale::text(LCTYPE type) const {
  static const std::u16string none;
  const std::u16string* found = find(type);
  return found != nullptr ? *found : none;
}

DWORD Locale::number(LCTYPE type) const {
  return number_in(text(type));
}

DWORD number_in(std::u16string_view text) {
  DWORD value = 0;
  for (const char16_t c : text) {
    if (c < u'0' || c > u'9') break;
    value = value * 10 + (c - u'0');
  }
  return value;
}

std::u16string hexadecimal(LCID id, std::size_t width) {
  std::u16string text;
  for (std::size_t i = width; i-- > 0;) text += u"0123456789abcdef"[id >> (4 * i) & 15];
  return text;
}

const Locale* find_locale(std::u16string_view name) {
  if (name.size() >= LOCALE_NAME_MAX_LENGTH) return nullptr;
  const std::u16string key = base::fold_case(name);
  Known& locales = known();
  std::lock_guard lock(locales.mutex);
  const auto found = locales.by_name.find(key);
  if (found != locales.by_name.end()) return found->second.get();
  return locales.by_name.emplace(key, make_locale(key)).first->second.get();
}

const Locale* find_locale(const WCHAR* name) {
  if (name == nullptr) return &user_locale();
  const std::u16string_view text = base::as_char16(name);
  return text == u"!x-sys-default-locale" ? &user_locale() : find_locale(text);
}

const Locale* find_locale(LCID id) {
  switch (id) {
    case LOCALE_NEUTRAL:
    case LOCALE_USER_DEFAULT:
    case LOCALE_SYSTEM_DEFAULT:
    case LOCALE_CUSTOM_DEFAULT:
    case LOCALE_CUSTOM_UI_DEFAULT:
      return &user_locale();
    case LOCALE_INVARIANT:
      return find_locale(std::u16string_view());
    case kEnglishUnitedStates:
      return find_locale(std::u16string_view(u"en-US"));
    case kEnglish:
      return find_locale(std::u16string_view(u"en"));
    default:
      break;
  }
  // A number may carry an alternate sort above the language.
  const auto name = id <= 0xFFFFF ? icu_name_of(LANGIDFROMLCID(id)) : std::nullopt;
  return name ? find_locale(std::u16string_view(*name)) : nullptr;
}

const Locale& user_locale() {
  static const Locale& chosen = [&]() -> const Locale& {
    const Locale* locale = host_locale();
    return locale != nullptr ? *locale : *find_locale(std::u16string_view(u"en-US"));
  }();
  return chosen;
}

}  // namespace transom::kernel
