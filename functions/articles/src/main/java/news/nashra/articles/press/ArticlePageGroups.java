package news.nashra.articles.press;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import news.nashra.articles.Article;
import news.nashra.articles.Status;
import news.nashra.articles.pages.ArticlePageComposer;
import news.nashra.articles.pages.WithdrawnPage;
import news.nashra.comments.pages.Discussion;
import news.nashra.core.press.Page;
import news.nashra.core.press.PageGroup;
import news.nashra.core.press.StoredPage;
import news.nashra.site.Addresses;
import news.nashra.site.Site;

/// The pages of an article as one group: its own page, the pages of its older comments, and
/// redirects at its former addresses; of a withdrawn article, the page that says why, at all its
/// addresses. Any other page in their folders is deleted.
final class ArticlePageGroups {
  private final Site site;
  private final ArticlePageComposer page;
  private final WithdrawnPage withdrawn;

  ArticlePageGroups(Site site) {
    this.site = site;
    this.page = new ArticlePageComposer(site);
    this.withdrawn = new WithdrawnPage(site);
  }

  /// Every page that an article has or had.
  ///
  /// @param known a revision of the article, whose addresses say where to look
  PageGroup<ArticleReading.Tables> all(Article known) {
    return changedBy(Set.of(), known);
  }

  /// The pages that show the change of a comment: the article's own, and those of older comments
  /// from the first changed one on.
  ///
  /// @param comments ids of the changed comments; none for all pages
  PageGroup<ArticleReading.Tables> changedBy(Set<String> comments, Article known) {
    return new PageGroup<>(
        known.id(),
        List.of(),
        known.place().paths().stream().map(ArticlePageGroups::folder).toList(),
        (tables, stored) -> {
          var read = tables.read(known);
          return read.head()
              .map(article -> new Composer(article, read).pages(stored, comments))
              .orElse(Map.of());
        });
  }

  /// The page of an article that is not stored.
  byte[] preview(Article article, ArticleReading read) {
    return page.html(article, read.related(), read.authors(), read.discussion());
  }

  private static String folder(String path) {
    return Addresses.key(path).replaceAll("index\\.html$", "");
  }

  /// Composes the pages of one article from what was read.
  private final class Composer {
    private final Article article;
    private final ArticleReading read;

    Composer(Article article, ArticleReading read) {
      this.article = article;
      this.read = read;
    }

    Map<String, Page> pages(Map<String, StoredPage> stored, Set<String> changed) {
      var pages = new HashMap<String, Page>();
      stored.keySet().forEach(key -> pages.put(key, new Page.Gone()));
      var discussion = read.discussion();
      int first = changed.stream().mapToInt(discussion::firstPageAffectedBy).min().orElse(1);
      for (var path : article.place().paths()) {
        pages.put(
            Addresses.key(path),
            article
                .notice()
                .map(words -> notice(path, words))
                .orElseGet(() ->
                    at(
                        path,
                        () -> page.html(article, read.related(), read.authors(), discussion))));
        for (int n = 1; n <= discussion.olderPages(); n++) {
          int number = n;
          var key = Addresses.key(Discussion.pagePath(path, n));
          if (n < first && stored.containsKey(key)) {
            pages.remove(key); // left as it is
          } else {
            pages.put(key, at(path, () -> page.comments(article, discussion, number)));
          }
        }
      }
      return pages;
    }

    /// What all its addresses say of a withdrawn article.
    private Page notice(String path, String words) {
      return Page.Present.html(withdrawn.html(path, article.revision().at(), words))
          .withNote(Page.GONE, "withdrawn");
    }

    /// The page at one of its addresses: the article, a redirect to its present address, or
    /// nothing.
    private Page at(String path, Supplier<byte[]> html) {
      if (article.status() != Status.PUBLISHED) {
        return new Page.Gone();
      }
      var now = article.path().orElseThrow();
      return now.equals(path)
          ? article.hidden() ? Page.Present.unkept(html.get()) : Page.Present.html(html.get())
          : Page.Present.html(site.moved(now, article.content().headline()))
              .withNote(Page.MOVED_TO, now);
    }
  }
}
