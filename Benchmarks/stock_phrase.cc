// stock_phrase DIR REPEATS WORD…: searches words next to each other in an index of stock Xapian's
// TermGenerator, by the engine's own positions of the words as they stand. The ids of the first ten
// are fetched; the count is exact up to 10,000. Prints how many documents match, and the median in
// microseconds of all repeats but the first.
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using Clock = std::chrono::steady_clock;

static Xapian::doccount search(const Xapian::Database &database, const Xapian::Query &phrase) {
  Xapian::Enquire enquire(database);
  enquire.set_query(phrase);
  const auto found = enquire.get_mset(0, 10, 10'000);
  std::vector<std::string> ids;
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    const auto data = hit.get_document().get_data();
    ids.push_back(data.substr(0, data.find('\n')));
  }
  return found.get_matches_estimated();
}

int main(int count, char **arguments) try {
  const int repeats = count > 3 ? std::atoi(arguments[2]) : 0;
  if (repeats < 2) {
    std::fprintf(stderr, "stock_phrase DIR REPEATS WORD…, with at least two repeats\n");
    return 2;
  }
  const Xapian::Database database(arguments[1]);
  std::vector<double> microseconds;
  Xapian::doccount matches = 0;
  for (int repeat = 0; repeat < repeats; ++repeat) {
    const auto start = Clock::now();
    const Xapian::Query phrase(
        Xapian::Query::OP_PHRASE, arguments + 3, arguments + count, count - 3);
    matches = search(database, phrase);
    const std::chrono::duration<double, std::micro> time = Clock::now() - start;
    if (repeat > 0) microseconds.push_back(time.count());
  }
  const auto middle = microseconds.begin() + microseconds.size() / 2;
  std::nth_element(microseconds.begin(), middle, microseconds.end());
  std::printf("matches=%u p50_us=%.0f\n", matches, *middle);
} catch (const Xapian::Error &error) {
  std::fprintf(stderr, "stock_phrase: %s\n", error.get_description().c_str());
  return 1;
}
