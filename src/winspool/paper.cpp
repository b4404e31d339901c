#include "winspool/paper.h"

#include <algorithm>

namespace transom::winspool {
namespace {

constexpr Paper kPapers[] = {
    {DMPAPER_LETTER, u"Letter", 2159, 2794, "na_letter_8.5x11in"},
    {DMPAPER_TABLOID, u"Tabloid", 2794, 4318, "na_ledger_11x17in"},
    {DMPAPER_LEGAL, u"Legal", 2159, 3556, "na_legal_8.5x14in"},
    {DMPAPER_STATEMENT, u"Statement", 1397, 2159, "na_invoice_5.5x8.5in"},
    {DMPAPER_EXECUTIVE, u"Executive", 1842, 2667, "na_executive_7.25x10.5in"},
    {DMPAPER_A3, u"A3", 2970, 4200, "iso_a3_297x420mm"},
    {DMPAPER_A4, u"A4", 2100, 2970, "iso_a4_210x297mm"},
    {DMPAPER_A5, u"A5", 1480, 2100, "iso_a5_148x210mm"},
    {DMPAPER_B4, u"B4 (JIS)", 2570, 3640, "jis_b4_257x364mm"},
    {DMPAPER_B5, u"B5 (JIS)", 1820, 2570, "jis_b5_182x257mm"},
    {DMPAPER_ENV_10, u"Envelope #10", 1048, 2413, "na_number-10_4.125x9.5in"},
    {DMPAPER_ENV_DL, u"Envelope DL", 1100, 2200, "iso_dl_110x220mm"},
    {DMPAPER_ENV_C5, u"Envelope C5", 1620, 2290, "iso_c5_162x229mm"},
    {DMPAPER_A6, u"A6", 1050, 1480, "iso_a6_105x148mm"},
    {DMPAPER_A2, u"A2", 4200, 5940, "iso_a2_420x594mm"},
};

}  // namespace

std::span<const Paper> papers() {
  return kPapers;
}

const Paper* find_paper(short number) {
  const Paper* found = std::ranges::find(kPapers, number, &Paper::number);
  return found != std::end(kPapers) ? found : nullptr;
}

const Paper& usual_paper() {
  DWORD number = 0;
  GetLocaleInfoW(LOCALE_USER_DEFAULT, LOCALE_IPAPERSIZE | LOCALE_RETURN_NUMBER,
                 reinterpret_cast<WCHAR*>(&number), sizeof number / sizeof(WCHAR));
  return *find_paper(number == DMPAPER_LETTER ? DMPAPER_LETTER : DMPAPER_A4);
}

}  // namespace transom::winspool
