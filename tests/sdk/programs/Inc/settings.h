#define SETTING 12
