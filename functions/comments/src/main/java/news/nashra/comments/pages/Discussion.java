package news.nashra.comments.pages;

import static java.util.Comparator.comparing;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import news.nashra.comments.ShownComment;
import news.nashra.comments.ShownReply;
import news.nashra.site.Head;

/// The shown comments of an article. The newest few are on the article's own page. All of them are
/// on pages of comments, which are counted from the oldest, so that a new comment changes only the
/// article's page and the last of the others, and a link to a comment on its page goes on leading
/// to it.
///
/// @param comments oldest first
public record Discussion(List<ShownComment> comments) {
  /// The most comments on the article's page, so that the form is not far below.
  public static final int NEWEST_SHOWN = 10;

  /// The most comments on a page of comments.
  public static final int COMMENTS_PER_PAGE = 50;

  public Discussion {
    comments = List.copyOf(comments);
  }

  public int count() {
    return comments.size();
  }

  /// The comments on the article's page, newest first.
  public List<ShownComment> newest() {
    return comments.subList(olderCount(), count()).reversed();
  }

  /// How many comments are older than those on the article's page.
  public int olderCount() {
    return Math.max(0, count() - NEWEST_SHOWN);
  }

  /// What the article's page tells other programs: how many comments there are, and those of its
  /// comments that have a reply.
  public Head.Discussion facts() {
    return new Head.Discussion(
        count(),
        newest().stream()
            .flatMap(comment -> comment.reply().map(reply -> replied(comment, reply)).stream())
            .toList());
  }

  private static Head.RepliedComment replied(ShownComment comment, ShownReply reply) {
    return new Head.RepliedComment(
        new Head.Said(comment.anchor(), comment.body(), comment.submittedAt(), Optional.empty()),
        comment.name(),
        comment.title(),
        new Head.Said(comment.replyAnchor(), reply.body(), reply.at(), reply.editedAt()));
  }

  /// The newest comment that is not on the article's page.
  public Optional<ShownComment> newestOlder() {
    return olderCount() > 0 ? Optional.of(comments.get(olderCount() - 1)) : Optional.empty();
  }

  /// The number of pages of comments.
  public int pages() {
    return (count() + COMMENTS_PER_PAGE - 1) / COMMENTS_PER_PAGE;
  }

  /// The comments on a page of comments, newest first; empty if there is no such page.
  ///
  /// @param page counted from 1
  public List<ShownComment> page(int page) {
    int from = Math.min((page - 1) * COMMENTS_PER_PAGE, count());
    return comments.subList(from, Math.min(from + COMMENTS_PER_PAGE, count())).reversed();
  }

  /// The number of the newest comment on a page of comments, counted from the oldest comment.
  public int lastNumberOn(int page) {
    return Math.min(page * COMMENTS_PER_PAGE, count());
  }

  /// The first page of comments that may change when a comment is shown or hidden, whatever else is
  /// shown or hidden with it.
  public int firstPageAffectedBy(String commentId) {
    int before = (int) comments.stream().filter(c -> c.id().compareTo(commentId) < 0).count();
    return before / COMMENTS_PER_PAGE + 1;
  }

  /// The number of the page of comments that a shown comment is on.
  ///
  /// @param older how many shown comments are older
  public static int pageOf(int older) {
    return older / COMMENTS_PER_PAGE + 1;
  }

  /// The page of a comment as links on the article's page name it, `comments/1/`.
  public String linkTo(ShownComment comment) {
    int older = Collections.binarySearch(comments, comment, comparing(ShownComment::id));
    return pagePath("", pageOf(older));
  }

  /// The address of a page of comments, `/2026/02/23/slug/comments/1/`.
  public static String pagePath(String articlePath, int page) {
    return articlePath + "comments/" + page + "/";
  }
}
