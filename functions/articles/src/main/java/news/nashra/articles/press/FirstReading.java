package news.nashra.articles.press;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.Entry;
import news.nashra.articles.Kind;
import news.nashra.articles.authors.Author;
import news.nashra.articles.live.LiveEntries;
import news.nashra.comments.pages.Discussion;

/// What the page of a new article shows beside the article, as it was read before the article was
/// committed, so that it need not be read again. Nobody can have commented on it yet. What changed
/// in between reaches the page with the press that follows each change of an article.
///
/// @param at when the reading began
/// @param related entries of the related articles, in the editor's order
/// @param authors the records of its authors, in its order
public record FirstReading(Instant at, List<Entry> related, List<Author> authors) {
  public FirstReading {
    related = List.copyOf(related);
    authors = List.copyOf(authors);
  }

  /// All that the page of `committed` shows.
  ArticleReading of(Article committed) {
    var live =
        Optional.of(committed)
            .filter(article -> article.content().kind() == Kind.LIVE)
            .flatMap(Article::publishedAt)
            .map(LiveEntries::none);
    return new ArticleReading(
        Optional.of(committed), related, authors, new Discussion(List.of()), live);
  }
}
