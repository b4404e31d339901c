#include "user32/input/dead_key.h"

#include <string_view>

namespace transom::user {
namespace {

// Letters and what they become, in the same order: Latin, Greek, Cyrillic.
constexpr struct {
  char16_t accent;
  std::u16string_view letters;
  std::u16string_view composed;
} kAccents[] = {
    {u'`', u"aeiouAEIOUnNwWyY", u"àèìòùÀÈÌÒÙǹǸẁẀỳỲ"},
    {u'´', u"aeiouyAEIOUYcCnNsSzZlLrR", u"áéíóúýÁÉÍÓÚÝćĆńŃśŚźŹĺĹŕŔ"},
    {u'^', u"aeiouAEIOUcCgGhHjJsSwWyY", u"âêîôûÂÊÎÔÛĉĈĝĜĥĤĵĴŝŜŵŴŷŶ"},
    {u'~', u"anoANOiIuU", u"ãñõÃÑÕĩĨũŨ"},
    {u'¯', u"aeiouAEIOU", u"āēīōūĀĒĪŌŪ"},
    {u'˘', u"aAgGuU", u"ăĂğĞŭŬ"},
    {u'˙', u"cCeEgGzZI", u"ċĊėĖġĠżŻİ"},
    {u'¨', u"aeiouyAEIOUY", u"äëïöüÿÄËÏÖÜŸ"},
    {u'°', u"aAuU", u"åÅůŮ"},
    {u'˝', u"oOuU", u"őŐűŰ"},
    {u'ˇ', u"cCdDeEnNrRsStTzZ", u"čČďĎěĚňŇřŘšŠťŤžŽ"},
    {u'¸', u"cCsStT", u"çÇşŞţŢ"},
    {u'˛', u"aAeEiIuU", u"ąĄęĘįĮųŲ"},
    {u'´', u"αεηιουωΑΕΗΙΟΥΩгкГК", u"άέήίόύώΆΈΉΊΌΎΏѓќЃЌ"},
    {u'¨', u"ιυΙΥеиЕИ", u"ϊϋΪΫёӥЁӤ"},
};

}  // namespace

char16_t& waiting_accent() {
  thread_local char16_t accent = 0;
  return accent;
}

char16_t compose_dead_key(char16_t accent, char16_t next) {
  if (next == u' ') return accent;
  for (const auto& entry : kAccents) {
    if (entry.accent != accent) continue;
    const std::size_t place = entry.letters.find(next);
    if (place != std::u16string_view::npos) return entry.composed[place];
  }
  return 0;
}

}  // namespace transom::user
