// Counts words. Much of what is linked is the library of C++, whose objects have no file symbols.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <stdexcept>
#include <string>
#include <vector>

namespace words {

struct Count {
  std::string word;
  unsigned long times;
};

static bool isMore(const Count& a, const Count& b) {
  return a.times != b.times ? a.times > b.times : a.word < b.word;
}

class Table {
 public:
  void read(std::istream& in) {
    static const std::regex word("[A-Za-z']+");
    std::string line;
    while (std::getline(in, line)) {
      for (std::sregex_iterator at(line.begin(), line.end(), word), end; at != end; ++at) {
        all[at->str()]++;
      }
    }
    if (all.empty()) {
      throw std::runtime_error("no words");
    }
  }

  std::vector<Count> top(size_t most) const {
    std::vector<Count> found;
    for (auto& entry : all) {
      found.push_back({entry.first, entry.second});
    }
    std::sort(found.begin(), found.end(), isMore);
    found.resize(std::min(most, found.size()));
    return found;
  }

 private:
  std::map<std::string, unsigned long> all;
};

}  // namespace words

int main(int count, char** paths) {
  for (int i = 1; i < count; i++) {
    try {
      words::Table table;
      std::ifstream in(paths[i]);
      table.read(in);
      for (auto& one : table.top(10)) {
        std::cout << one.word << ' ' << one.times << '\n';
      }
    } catch (const std::exception& e) {
      std::cerr << paths[i] << ": " << e.what() << std::endl;
    }
  }
}
