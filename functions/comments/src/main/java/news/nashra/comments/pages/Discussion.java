package news.nashra.comments.pages;

import java.util.List;
import java.util.Optional;
import news.nashra.comments.ShownComment;

/// The shown comments of an article, cut into pages: the newest stand on the article's own page,
/// older ones in pages that are counted from the oldest, so that a new comment changes the
/// article's page and the last of the others, and nothing else.
///
/// @param comments oldest first
public record Discussion(List<ShownComment> comments) {
  /// So many comments stand on one page.
  public static final int COMMENTS_PER_PAGE = 50;

  public Discussion {
    comments = List.copyOf(comments);
  }

  public int count() {
    return comments.size();
  }

  /// Those of the article's page, newest first.
  public List<ShownComment> newest() {
    return comments.subList(olderCount(), count()).reversed();
  }

  /// How many pages of older comments there are.
  public int olderPages() {
    return (olderCount() + COMMENTS_PER_PAGE - 1) / COMMENTS_PER_PAGE;
  }

  /// Those of the `page`th page of older comments, from 1 on, newest first; none when there is no
  /// such page.
  public List<ShownComment> page(int page) {
    int from = Math.min((page - 1) * COMMENTS_PER_PAGE, olderCount());
    return comments.subList(from, Math.min(from + COMMENTS_PER_PAGE, olderCount())).reversed();
  }

  /// The number of the newest comment of the `page`th page of older ones, counted from the oldest.
  public int lastNumberOn(int page) {
    return Math.min(page * COMMENTS_PER_PAGE, olderCount());
  }

  /// The first page of older comments that may change when a comment is shown or hidden, whatever
  /// else was shown or hidden together with it. Those before it stood already; so did all pages but
  /// for the newest `COMMENTS_PER_PAGE` of them.
  public int firstPageAffectedBy(String commentId) {
    int before = (int) comments.stream().filter(c -> c.id().compareTo(commentId) < 0).count();
    return Math.max(0, before - COMMENTS_PER_PAGE) / COMMENTS_PER_PAGE + 1;
  }

  /// The address of a comment that is shown.
  ///
  /// @param path of its article
  public Optional<String> address(String path, String commentId) {
    for (int i = 0; i < count(); i++) {
      if (comments.get(i).id().equals(commentId)) {
        var page = i < olderCount() ? pagePath(path, i / COMMENTS_PER_PAGE + 1) : path;
        return Optional.of(page + "#" + comments.get(i).anchor());
      }
    }
    return Optional.empty();
  }

  /// `/2026/02/23/slug/comments/1/`.
  public static String pagePath(String articlePath, int page) {
    return articlePath + "comments/" + page + "/";
  }

  private int olderCount() {
    return Math.max(0, count() - COMMENTS_PER_PAGE);
  }
}
