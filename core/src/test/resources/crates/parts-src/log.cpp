#include <string>
#include <stdexcept>
#include <cstdio>
static std::string prefix("log: ");
static std::string last;
namespace logging {
static int depth;
__attribute__((noinline)) static void check(int level) { if (level > 9) throw std::runtime_error(prefix + "level"); }
__attribute__((noinline)) static void put(const std::string& s) { last = prefix + s; std::puts(last.c_str()); }
void log(int level, const std::string& s) { check(level); ++depth; put(s); --depth; }
}
