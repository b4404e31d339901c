#include "workloads.h"

void post_get_dispatch(int count);
void post_get_dispatch_burst(int count);
void send_same_thread(int count);
void create_destroy_child(int count);
void set_timer_among_10000(int count);
void produce_across(int count);
void post_ping_pong(int count);
void send_across(int count);

const Workload kWorkloads[] = {
    {"post_get_dispatch", post_get_dispatch, 2'000},
    {"post_get_dispatch_burst", post_get_dispatch_burst, 2'000},
    {"send_same_thread", send_same_thread, 100'000},
    {"produce_across", produce_across, 2'000},
    {"post_ping_pong", post_ping_pong, 1'000},
    {"send_across", send_across, 1'000},
    {"create_destroy_child", create_destroy_child, 500},
    {"set_timer_among_10000", set_timer_among_10000, 1'000},
};
const int kWorkloadCount = sizeof kWorkloads / sizeof kWorkloads[0];
