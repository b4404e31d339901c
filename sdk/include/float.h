/* The compiler's <float.h>, and Microsoft's control of the floating-point unit. */
#pragma GCC system_header
#ifndef TRANSOM_FLOAT_H
#define TRANSOM_FLOAT_H
#include_next <float.h>
#include <transom/crt/system.h>
#define _FPCLASS_SNAN 0x0001
#define _FPCLASS_QNAN 0x0002
#define _FPCLASS_NINF 0x0004
#define _FPCLASS_NN 0x0008
#define _FPCLASS_ND 0x0010
#define _FPCLASS_NZ 0x0020
#define _FPCLASS_PZ 0x0040
#define _FPCLASS_PD 0x0080
#define _FPCLASS_PN 0x0100
#define _FPCLASS_PINF 0x0200
#define _MCW_EM 0x0008001f
#define _MCW_RC 0x00000300
#define _MCW_PC 0x00030000
#define _EM_INVALID 0x00000010
#define _EM_DENORMAL 0x00080000
#define _EM_ZERODIVIDE 0x00000008
#define _EM_OVERFLOW 0x00000004
#define _EM_UNDERFLOW 0x00000002
#define _EM_INEXACT 0x00000001
#define _RC_NEAR 0x00000000
#define _RC_DOWN 0x00000100
#define _RC_UP 0x00000200
#define _RC_CHOP 0x00000300
#define _PC_64 0x00000000
#define _PC_53 0x00010000
#define _PC_24 0x00020000
#define MCW_EM _MCW_EM
#define MCW_RC _MCW_RC
#define MCW_PC _MCW_PC
#endif
