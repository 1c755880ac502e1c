package news.nashra.articles.publish;

/// Releases articles whose time comes before the next minute's sweep.
public interface NearReleases {
  /// Has an article released, or withdrawn if it ends, when its time comes. Returns at once.
  ///
  /// @param article its id
  void soon(String article);
}
