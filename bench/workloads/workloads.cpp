#include "workloads.h"

void post_get_dispatch(int count);
void post_get_dispatch_burst(int count);
void send_same_thread(int count);
void create_destroy_child(int count);
void set_timer_among_10000(int count);
void produce_across(int count);
void post_ping_pong(int count);
void send_across(int count);
void text_extent(int count);
void text_out(int count);
void fill_100_by_100(int count);
void fill_16_by_16(int count);
void select_pen_and_back(int count);
void get_text_color(int count);
void list_add(int count);
void edit_load(int count);
void edit_type(int count);

const Workload kWorkloads[] = {
    {"post_get_dispatch", post_get_dispatch, 2'000},
    {"post_get_dispatch_burst", post_get_dispatch_burst, 2'000},
    {"send_same_thread", send_same_thread, 100'000},
    {"produce_across", produce_across, 2'000},
    {"post_ping_pong", post_ping_pong, 1'000},
    {"send_across", send_across, 1'000},
    {"create_destroy_child", create_destroy_child, 500},
    {"set_timer_among_10000", set_timer_among_10000, 1'000},
    {"text_extent", text_extent, 100'000},
    {"text_out", text_out, 10'000},
    {"fill_100_by_100", fill_100_by_100, 10'000},
    {"fill_16_by_16", fill_16_by_16, 10'000},
    {"select_pen_and_back", select_pen_and_back, 100'000},
    {"get_text_color", get_text_color, 100'000},
    {"list_add", list_add, 10'000},
    {"edit_load", edit_load, 2'000},
    {"edit_type", edit_type, 200},
};
const int kWorkloadCount = sizeof kWorkloads / sizeof kWorkloads[0];
