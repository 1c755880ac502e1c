package news.nashra.articles;

import java.util.List;

/// Whether readers of an article are told that it has changed. Only then does `updatedAt` move, and
/// with it the date on its page, in feeds and sitemaps, and `dateModified`. A change of the
/// corrections counts as well.
public final class ReaderChange {
  private ReaderChange() {}

  /// Whether two contents read differently: headline, summary, text, lead picture, city, source or
  /// byline, and whether live coverage has ended. Section, tags, translations and open comments say
  /// where an article is found and what readers may do there, not what it says.
  public static boolean between(ArticleContent before, ArticleContent after) {
    return !read(before).equals(read(after));
  }

  private static List<Object> read(ArticleContent content) {
    return List.of(
        content.headline(),
        content.dateline(),
        content.summary(),
        content.bodyHtml(),
        content.labels().ended(),
        content.image().map(ReaderChange::read));
  }

  private static List<Object> read(LeadImage image) {
    return List.of(image.mediaId(), image.alt(), image.caption(), image.credit());
  }
}
