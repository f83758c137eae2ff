__attribute__((section(".first"))) char first[1000] = {1};
__attribute__((section(".second"))) char second[900] = {1};
__attribute__((section(".third"))) char third[800] = {1};
char zeros[10];
void _start(void) { for (;;) {} }
