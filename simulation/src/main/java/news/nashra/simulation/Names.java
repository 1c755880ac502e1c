package news.nashra.simulation;

/// Names of the tables and buckets of one world.
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

  /// An empty bucket into which the truth is pressed to compare.
  String again() {
    return "again-" + world;
  }
}
