package news.nashra.comments.pages;

import java.util.List;
import java.util.Optional;
import news.nashra.comments.ShownComment;
import news.nashra.comments.ShownReply;
import news.nashra.site.Head;

/// The shown comments of an article, divided into pages. The newest are on the article's own page.
/// Older ones are on pages that are counted from the oldest, so that a new comment changes only the
/// article's page and the last of the others.
///
/// @param comments oldest first
public record Discussion(List<ShownComment> comments) {
  /// The most comments on one page.
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

  /// The number of pages of older comments.
  public int olderPages() {
    return (olderCount() + COMMENTS_PER_PAGE - 1) / COMMENTS_PER_PAGE;
  }

  /// The comments on a page of older comments, newest first; empty if there is no such page.
  ///
  /// @param page counted from 1
  public List<ShownComment> page(int page) {
    int from = Math.min((page - 1) * COMMENTS_PER_PAGE, olderCount());
    return comments.subList(from, Math.min(from + COMMENTS_PER_PAGE, olderCount())).reversed();
  }

  /// The number of the newest comment on a page of older comments, counted from the oldest comment.
  public int lastNumberOn(int page) {
    return Math.min(page * COMMENTS_PER_PAGE, olderCount());
  }

  /// The first page of older comments that may change when a comment is shown or hidden, whatever
  /// else is shown or hidden with it. Of the comments before it, all but the newest
  /// `COMMENTS_PER_PAGE` are on pages that stay as they are.
  public int firstPageAffectedBy(String commentId) {
    int before = (int) comments.stream().filter(c -> c.id().compareTo(commentId) < 0).count();
    return Math.max(0, before - COMMENTS_PER_PAGE) / COMMENTS_PER_PAGE + 1;
  }

  /// The address of the page that a shown comment is on.
  ///
  /// @param path of its article
  /// @param newer how many shown comments are newer
  /// @param older how many are older
  public static String pageOf(String path, int newer, int older) {
    return newer < COMMENTS_PER_PAGE ? path : pagePath(path, older / COMMENTS_PER_PAGE + 1);
  }

  /// The address of a page of older comments, `/2026/02/23/slug/comments/1/`.
  public static String pagePath(String articlePath, int page) {
    return articlePath + "comments/" + page + "/";
  }

  private int olderCount() {
    return Math.max(0, count() - COMMENTS_PER_PAGE);
  }
}
