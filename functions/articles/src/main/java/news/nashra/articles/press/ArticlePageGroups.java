package news.nashra.articles.press;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import news.nashra.articles.Article;
import news.nashra.articles.Status;
import news.nashra.articles.live.LiveEntries;
import news.nashra.articles.pages.ArticlePageComposer;
import news.nashra.articles.pages.LiveNews;
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
  /// Pages of comments for which an editor who mends an article waits.
  private static final int MAX_COMMENT_PAGES_AT_ONCE = 20;

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
  PageGroup<ArticleReading.Source> all(Article known) {
    return changedBy(new ArticlePress.ChangedArticle(known, Set.of(), Set.of()));
  }

  /// Every page; of a published article with a long discussion, those of its comments only where
  /// there is none yet. The stream presses the others. An article that ever moved has all of them
  /// pressed: a redirect at one of its addresses may have to become a page again.
  PageGroup<ArticleReading.Source> atOnce(Article known) {
    return group(
        known,
        (article, read, stored) -> {
          boolean later =
              read.discussion().pages() > MAX_COMMENT_PAGES_AT_ONCE
                  && article.status() == Status.PUBLISHED
                  && !article.hidden()
                  && article.place().paths().size() == 1;
          return new Composer(article, read)
              .pages(stored, Set.of(), Set.of(), later ? Integer.MAX_VALUE : 1);
        });
  }

  /// The pages that show the change of an entry or of a comment: the article's own, those of older
  /// entries that have a changed one, and those of older comments from the first changed one on.
  PageGroup<ArticleReading.Source> changedBy(ArticlePress.ChangedArticle changed) {
    return group(
        changed.article(),
        (article, read, stored) ->
            new Composer(article, read).pages(stored, changed.entries(), changed.comments()));
  }

  private interface Composition {
    Map<String, Page> pages(Article article, ArticleReading read, Map<String, StoredPage> stored);
  }

  private static PageGroup<ArticleReading.Source> group(Article known, Composition composition) {
    return new PageGroup<>(
        known.id(),
        List.of(),
        known.place().paths().stream().map(Addresses::folder).toList(),
        (source, stored) -> {
          var read = source.read(known);
          return read.head()
              .map(article -> composition.pages(article, read, stored))
              .orElse(Map.of());
        });
  }

  /// The page of an article that is not stored.
  byte[] preview(Article article, ArticleReading read) {
    return page.html(article, read.related(), read.authors(), read.discussion(), read.live());
  }

  /// Composes the pages of one article from what was read.
  private final class Composer {
    private final Article article;
    private final ArticleReading read;

    Composer(Article article, ArticleReading read) {
      this.article = article;
      this.read = read;
    }

    Map<String, Page> pages(
        Map<String, StoredPage> stored, Set<Long> entries, Set<String> changed) {
      boolean onlyEntries = changed.isEmpty() && !entries.isEmpty();
      if (onlyEntries && article.status() != Status.PUBLISHED) {
        return Map.of(); // its pages go with the revision that withdrew it
      }
      int first =
          changed.stream()
              .mapToInt(read.discussion()::firstPageAffectedBy)
              .min()
              .orElse(onlyEntries ? Integer.MAX_VALUE : 1);
      return pages(stored, entries, changed, first);
    }

    /// @param first number of the first page of older comments that may have changed
    Map<String, Page> pages(
        Map<String, StoredPage> stored, Set<Long> entries, Set<String> changed, int first) {
      var pages = new HashMap<String, Page>();
      if (entries.isEmpty() || !changed.isEmpty()) {
        stored.keySet().forEach(key -> pages.put(key, new Page.Gone()));
      }
      var discussion = read.discussion();
      live(stored, entries, !changed.isEmpty(), pages);
      for (var path : article.place().paths()) {
        pages.put(
            Addresses.key(path),
            article
                .notice()
                .map(words -> notice(path, words))
                .orElseGet(() -> at(path, () -> preview(article, read))));
        for (int n = 1; n <= discussion.pages(); n++) {
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
      return Page.Present.html(
              withdrawn.html(path, article.content().kind(), article.revision().at(), words))
          .withNote(Page.GONE, "withdrawn");
    }

    /// The pages of live coverage beside the article's own.
    ///
    /// @param entries those that changed; none if all may have changed, or only comments
    private void live(
        Map<String, StoredPage> stored,
        Set<Long> entries,
        boolean onlyComments,
        Map<String, Page> pages) {
      if (read.live().isEmpty() || article.status() != Status.PUBLISHED) {
        return;
      }
      var path = article.path().orElseThrow();
      var live = read.live().get();
      pages.put(LiveNews.key(path), LiveNews.page(article, live));
      boolean all = entries.isEmpty() && !onlyComments;
      for (int n = 1; n <= live.olderPages(); n++) {
        int number = n;
        var key = Addresses.key(LiveEntries.pagePath(path, n));
        boolean changed = entries.stream().anyMatch(e -> LiveEntries.pageOf(e) == number);
        if (!all && !changed && stored.containsKey(key)) {
          pages.remove(key); // left as it is
        } else {
          pages.put(key, Page.Present.html(page.entries(article, live, n)));
        }
      }
    }

    /// The page at one of its addresses: the article, a redirect to its present address, or
    /// nothing.
    private Page at(String path, Supplier<byte[]> html) {
      if (article.status() != Status.PUBLISHED) {
        return new Page.Gone();
      }
      var now = article.path().orElseThrow();
      return now.equals(path)
          ? own(html.get())
          : Page.Present.html(site.moved(now, article.content().headline()))
              .withNote(Page.MOVED_TO, now);
    }

    private Page.Present own(byte[] html) {
      if (article.hidden()) {
        return Page.Present.unkept(html);
      }
      return article.content().isLive() ? Page.Present.live(html) : Page.Present.html(html);
    }
  }
}
