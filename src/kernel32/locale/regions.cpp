#include "kernel32/locale/regions.h"

#include <algorithm>
#include <string_view>

namespace transom::kernel {
namespace {

struct LanguagePages {
  std::string_view languages;  // " xx yy "
  CodePages pages;
};

// https://learn.microsoft.com/windows/win32/intl/code-page-identifiers
constexpr LanguagePages kPages[] = {
    {" cs hr hu pl ro sk sl sq bs sr_Latn hsb dsb ", {u"1250", u"852", u"10029", u"20880"}},
    {" ru uk be bg mk sr kk ky mn tt sah tg ", {u"1251", u"866", u"10007", u"20880"}},
    {" el ", {u"1253", u"737", u"10006", u"20273"}},
    {" tr az ", {u"1254", u"857", u"10081", u"20905"}},
    {" he yi ", {u"1255", u"862", u"10005", u"500"}},
    {" ar fa ur ps ug ", {u"1256", u"720", u"10004", u"20420"}},
    {" et lv lt ", {u"1257", u"775", u"10029", u"500"}},
    {" vi ", {u"1258", u"1258", u"10000", u"500"}},
    {" th ", {u"874", u"874", u"10021", u"20838"}},
    {" ja ", {u"932", u"932", u"10001", u"20290"}},
    {" ko ", {u"949", u"949", u"10003", u"20833"}},
    {" zh_Hant ", {u"950", u"950", u"10002", u"500"}},
    {" zh ", {u"936", u"936", u"10008", u"500"}},
    {" de da nb nn ", {u"1252", u"850", u"10000", u"20273"}},
    {" hi bn pa gu or ta te kn ml mr ne si ka hy ", {u"0", u"1", u"2", u"500"}},
};
constexpr CodePages kWestern = {u"1252", u"850", u"10000", u"037"};

bool lists(std::string_view languages, const std::string& language) {
  return languages.find(" " + language + " ") != std::string_view::npos;
}

// https://learn.microsoft.com/windows/win32/intl/table-of-geographical-locations
constexpr Region kRegions[] = {
    {"AE", u"971", u"224"}, {"AR", u"54", u"11"},   {"AT", u"43", u"14"},   {"AU", u"61", u"12"},
    {"BE", u"32", u"21"},   {"BG", u"359", u"35"},  {"BR", u"55", u"32"},   {"CA", u"1", u"39"},
    {"CH", u"41", u"223"},  {"CL", u"56", u"46"},   {"CN", u"86", u"45"},   {"CO", u"57", u"51"},
    {"CZ", u"420", u"75"},  {"DE", u"49", u"94"},   {"DK", u"45", u"61"},   {"EE", u"372", u"70"},
    {"EG", u"20", u"67"},   {"ES", u"34", u"217"},  {"FI", u"358", u"77"},  {"FR", u"33", u"84"},
    {"GB", u"44", u"242"},  {"GR", u"30", u"98"},   {"HK", u"852", u"104"}, {"HR", u"385", u"108"},
    {"HU", u"36", u"109"},  {"ID", u"62", u"111"},  {"IE", u"353", u"68"},  {"IL", u"972", u"117"},
    {"IN", u"91", u"113"},  {"IS", u"354", u"110"}, {"IT", u"39", u"118"},  {"JP", u"81", u"122"},
    {"KR", u"82", u"134"},  {"LT", u"370", u"141"}, {"LU", u"352", u"147"}, {"LV", u"371", u"140"},
    {"MX", u"52", u"166"},  {"MY", u"60", u"167"},  {"NL", u"31", u"176"},  {"NO", u"47", u"177"},
    {"NZ", u"64", u"183"},  {"PE", u"51", u"187"},  {"PH", u"63", u"201"},  {"PL", u"48", u"191"},
    {"PT", u"351", u"193"}, {"RO", u"40", u"200"},  {"RU", u"7", u"203"},   {"SA", u"966", u"205"},
    {"SE", u"46", u"221"},  {"SG", u"65", u"215"},  {"SI", u"386", u"212"}, {"SK", u"421", u"143"},
    {"TH", u"66", u"227"},  {"TR", u"90", u"235"},  {"TW", u"886", u"237"}, {"UA", u"380", u"241"},
    {"US", u"1", u"244"},   {"VN", u"84", u"251"},  {"ZA", u"27", u"209"},
};

struct ShortName {
  std::string_view icu_name;
  const char16_t* name;
};
constexpr ShortName kShortNames[] = {
    {"en_US", u"ENU"}, {"en_GB", u"ENG"}, {"en_AU", u"ENA"}, {"en_CA", u"ENC"}, {"en_NZ", u"ENZ"},
    {"en_IE", u"ENI"}, {"en_ZA", u"ENS"}, {"de_AT", u"DEA"}, {"de_CH", u"DES"}, {"de_LU", u"DEL"},
    {"de_LI", u"DEC"}, {"fr_BE", u"FRB"}, {"fr_CA", u"FRC"}, {"fr_CH", u"FRS"}, {"es_ES", u"ESN"},
    {"es_MX", u"ESM"}, {"es_AR", u"ESS"}, {"it_CH", u"ITS"}, {"ja_JP", u"JPN"}, {"ja", u"JPN"},
    {"nl_BE", u"NLB"}, {"nb_NO", u"NOR"}, {"nn_NO", u"NON"}, {"pl_PL", u"PLK"}, {"pl", u"PLK"},
    {"pt_BR", u"PTB"}, {"pt_PT", u"PTG"}, {"sv_SE", u"SVE"}, {"sv", u"SVE"},    {"sv_FI", u"SVF"},
    {"zh_CN", u"CHS"}, {"zh_TW", u"CHT"}, {"zh_HK", u"ZHH"}, {"zh_SG", u"ZHI"}, {"zh_MO", u"ZHM"},
    {"tr_TR", u"TRK"}, {"tr", u"TRK"},    {"cs_CZ", u"CSY"}, {"cs", u"CSY"},    {"sk_SK", u"SKY"},
    {"sk", u"SKY"},    {"et_EE", u"ETI"}, {"et", u"ETI"},    {"lv_LV", u"LVI"}, {"lv", u"LVI"},
    {"lt_LT", u"LTH"}, {"lt", u"LTH"},    {"ro_RO", u"ROM"}, {"ro", u"ROM"},
};

}  // namespace

const CodePages& code_pages_of(const std::string& language, const std::string& script) {
  for (const std::string& key : {language + "_" + script, language}) {
    for (const LanguagePages& row : kPages) {
      if (lists(row.languages, key)) return row.pages;
    }
  }
  return kWestern;
}

const Region* find_region(const std::string& country) {
  for (const Region& region : kRegions) {
    if (country == region.country) return &region;
  }
  return nullptr;
}

const char16_t* short_language_name(const std::string& icu_name) {
  for (const ShortName& row : kShortNames) {
    if (row.icu_name == icu_name) return row.name;
  }
  return nullptr;
}

}  // namespace transom::kernel
