package news.nashra.simulation;

/// The names of the tables and buckets of one world.
record Names(long world) {
  String articles() {
    return "articles-" + world;
  }

  String comments() {
    return "comments-" + world;
  }

  String media() {
    return "media-" + world;
  }

  String site() {
    return "site-" + world;
  }

  String uploads() {
    return "uploads-" + world;
  }

  /// A bucket into which the tables are pressed again, for comparison.
  String again() {
    return "again-" + world;
  }
}
