package news.nashra.articles.publish;

import news.nashra.articles.Article;
import news.nashra.core.http.Request;
import news.nashra.site.Section;

/// Who changes an article: an editor, or the newspaper's check of itself. Neither sees the articles
/// of the other.
///
/// @param hidden whether they write in [Section#HIDDEN], and nowhere else
record Writer(String name, boolean hidden) {
  static final String EDITORS = "editors";

  /// The group of [CheckNewspaper][news.nashra.articles.check.CheckNewspaper]. The user pool has no
  /// such group.
  private static final String CHECKS = Section.HIDDEN.id();

  /// Whether the writer sees and changes an article.
  boolean mayChange(Article article) {
    return article.hidden() == hidden;
  }

  /// Refuses with 403 if the token has neither group.
  static Writer of(Request request) {
    boolean check = request.groups().contains(CHECKS) && !request.groups().contains(EDITORS);
    return new Writer(request.requireGroup(check ? CHECKS : EDITORS), check);
  }
}
