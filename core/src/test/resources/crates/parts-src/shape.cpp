#include <string>
namespace logging { void log(int, const std::string&); }
namespace shapes {
int area(int w, int h) { return w * h; }
int add(const std::string& n, int w, int h) { logging::log(1, n); return area(w, h); }
}
