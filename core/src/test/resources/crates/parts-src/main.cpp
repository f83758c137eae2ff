#include <string>
namespace shapes { int add(const std::string&, int, int); }
namespace logging { void log(int, const std::string&); }
int main(int argc, char** argv) {
  int sum = 0;
  for (int i = 1; i < argc; i++) sum += shapes::add(argv[i], i, argc);
  logging::log(sum > 100 ? 3 : 2, std::string("sum ") + std::to_string(sum));
  return sum & 1;
}
