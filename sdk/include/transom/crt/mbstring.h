/* Multibyte strings, as inline functions over the plain ones. */
#ifndef TRANSOM_CRT_MBSTRING_H
#define TRANSOM_CRT_MBSTRING_H

#define _TRANSOM_INLINE static __inline __attribute__((__unused__))

_TRANSOM_INLINE size_t _mbslen(const unsigned char* s) { return strlen((const char*)s); }
_TRANSOM_INLINE int _mbscmp(const unsigned char* a, const unsigned char* b) {
  return strcmp((const char*)a, (const char*)b);
}
_TRANSOM_INLINE int _mbsicmp(const unsigned char* a, const unsigned char* b) {
  return _stricmp((const char*)a, (const char*)b);
}
_TRANSOM_INLINE int _mbsnbcmp(const unsigned char* a, const unsigned char* b, size_t n) {
  return strncmp((const char*)a, (const char*)b, n);
}
_TRANSOM_INLINE int _mbsnbicmp(const unsigned char* a, const unsigned char* b, size_t n) {
  return _strnicmp((const char*)a, (const char*)b, n);
}
_TRANSOM_INLINE int _mbsncmp(const unsigned char* a, const unsigned char* b, size_t n) {
  return strncmp((const char*)a, (const char*)b, n);
}
_TRANSOM_INLINE unsigned char* _mbscpy(unsigned char* to, const unsigned char* from) {
  return (unsigned char*)strcpy((char*)to, (const char*)from);
}
_TRANSOM_INLINE unsigned char* _mbscat(unsigned char* to, const unsigned char* from) {
  return (unsigned char*)strcat((char*)to, (const char*)from);
}
_TRANSOM_INLINE unsigned char* _mbsnbcpy(unsigned char* to, const unsigned char* from, size_t n) {
  return (unsigned char*)strncpy((char*)to, (const char*)from, n);
}
_TRANSOM_INLINE unsigned char* _mbschr(const unsigned char* s, unsigned c) {
  return (unsigned char*)strchr((const char*)s, (int)c);
}
_TRANSOM_INLINE unsigned char* _mbsrchr(const unsigned char* s, unsigned c) {
  return (unsigned char*)strrchr((const char*)s, (int)c);
}
_TRANSOM_INLINE unsigned char* _mbsstr(const unsigned char* s, const unsigned char* wanted) {
  return (unsigned char*)strstr((const char*)s, (const char*)wanted);
}
_TRANSOM_INLINE unsigned char* _mbstok(unsigned char* s, const unsigned char* separators) {
  return (unsigned char*)strtok((char*)s, (const char*)separators);
}
_TRANSOM_INLINE unsigned char* _mbsinc(const unsigned char* s) { return (unsigned char*)s + 1; }
_TRANSOM_INLINE unsigned char* _mbsdec(const unsigned char* start, const unsigned char* s) {
  return s > start ? (unsigned char*)s - 1 : NULL;
}
_TRANSOM_INLINE unsigned _mbsnextc(const unsigned char* s) { return *s; }
_TRANSOM_INLINE unsigned char* _mbsupr(unsigned char* s) {
  return (unsigned char*)_strupr((char*)s);
}
_TRANSOM_INLINE unsigned char* _mbslwr(unsigned char* s) {
  return (unsigned char*)_strlwr((char*)s);
}
_TRANSOM_INLINE unsigned char* _mbsrev(unsigned char* s) {
  return (unsigned char*)_strrev((char*)s);
}
_TRANSOM_INLINE size_t _mbclen(const unsigned char* s) { return s ? 1 : 0; }
_TRANSOM_INLINE int _ismbblead(unsigned c) { return (void)c, 0; }
_TRANSOM_INLINE int _ismbbtrail(unsigned c) { return (void)c, 0; }
_TRANSOM_INLINE unsigned _mbctoupper(unsigned c) { return c < 0x80 ? (unsigned)toupper((int)c) : c; }
_TRANSOM_INLINE unsigned _mbctolower(unsigned c) { return c < 0x80 ? (unsigned)tolower((int)c) : c; }
_TRANSOM_INLINE int _ismbcalnum(unsigned c) { return c < 0x100 && isalnum((int)c); }
_TRANSOM_INLINE int _ismbcalpha(unsigned c) { return c < 0x100 && isalpha((int)c); }
_TRANSOM_INLINE int _ismbcdigit(unsigned c) { return c < 0x100 && isdigit((int)c); }
_TRANSOM_INLINE int _ismbcspace(unsigned c) { return c < 0x100 && isspace((int)c); }
_TRANSOM_INLINE int _ismbcupper(unsigned c) { return c < 0x100 && isupper((int)c); }
_TRANSOM_INLINE int _ismbclower(unsigned c) { return c < 0x100 && islower((int)c); }
_TRANSOM_INLINE int _ismbcprint(unsigned c) { return c < 0x100 && isprint((int)c); }
_TRANSOM_INLINE int _ismbcpunct(unsigned c) { return c < 0x100 && ispunct((int)c); }

#endif
