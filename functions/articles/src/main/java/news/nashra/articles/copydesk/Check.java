package news.nashra.articles.copydesk;

/// Looks for slips of one kind in a passage, in time in proportion to its length. Thread-safe.
@FunctionalInterface
interface Check {
  void find(Passage passage, Slips slips);
}
