package news.nashra.articles.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import news.nashra.articles.Article;
import news.nashra.articles.live.LiveEntries;
import news.nashra.articles.live.LiveEntry;
import news.nashra.core.Text;
import news.nashra.media.PictureTag;
import news.nashra.site.Head;
import news.nashra.site.Messages;

/// Entries of live coverage as a page shows them. Immutable.
///
/// @param path of the article
/// @param open whether the coverage goes on
/// @param pinned the entry that is shown above the others
/// @param entries newest first
/// @param range the numbers of the entries that the page is about
/// @param updatedAt the last update of the page
/// @param facts what the article's page tells other programs
public record LiveView(
    String path,
    boolean open,
    Optional<Shown> pinned,
    List<Shown> entries,
    Range range,
    Optional<Instant> updatedAt,
    Head.LiveCoverage facts) {
  /// What a search engine is told of an entry, in grapheme clusters.
  private static final int HEADLINE = 110;

  private static final int TEXT = 500;

  public LiveView {
    entries = List.copyOf(entries);
  }

  /// @param latest the highest number of an entry
  /// @param page of older entries that is shown; absent on the article's page
  /// @param olderPages the number of pages of older entries that the page links to
  public record Range(long latest, OptionalLong page, int olderPages) {}

  /// An entry.
  public record Shown(LiveEntry entry, ShownBody body) {
    public String anchor() {
      return LiveEntry.anchor(entry.number());
    }

    private Instant lastUpdate() {
      return entry.updatedAt().orElse(entry.at());
    }

    private Head.LiveUpdate update() {
      var text = body.text();
      return new Head.LiveUpdate(
          anchor(),
          entry.at(),
          entry.updatedAt(),
          Text.shorten(text, HEADLINE),
          Text.shorten(text, TEXT));
    }
  }

  /// On the article's page.
  static LiveView of(Article article, LiveEntries live, PictureTag pictures, Messages messages) {
    var pinned = live.pinned().map(entry -> shown(entry, pictures, messages));
    var entries = live.shown().stream().map(e -> shown(e, pictures, messages)).toList();
    boolean open = article.content().isLive();
    var ended = live.newest().stream().map(LiveEntry::at).findFirst().filter(at -> !open);
    return new LiveView(
        article.path().orElseThrow(),
        open,
        pinned,
        entries,
        new Range(live.latest(), OptionalLong.empty(), live.olderPages()),
        Optional.of(article.updatedAt()),
        new Head.LiveCoverage(
            live.coverage().startedAt(),
            ended,
            Stream.concat(pinned.stream(), entries.stream()).map(Shown::update).toList()));
  }

  /// On a page of older entries, which links to older ones alone.
  static LiveView older(
      Article article, LiveEntries live, int page, PictureTag pictures, Messages messages) {
    var entries = live.older(page).stream().map(e -> shown(e, pictures, messages)).toList();
    return new LiveView(
        article.path().orElseThrow(),
        false,
        Optional.empty(),
        entries,
        new Range(LiveEntries.lastOn(page), OptionalLong.of(page), page),
        entries.stream().map(Shown::lastUpdate).max(Instant::compareTo),
        new Head.LiveCoverage(live.coverage().startedAt(), Optional.empty(), List.of()));
  }

  private static Shown shown(LiveEntry entry, PictureTag pictures, Messages messages) {
    var text = entry.text().orElseThrow();
    return new Shown(entry, ShownBody.of(text.bodyHtml(), text.pictures(), pictures, messages));
  }

  /// Whether the page has a part for it: coverage that ended without an entry has none.
  boolean isShown() {
    return open || hasEntries();
  }

  /// Whether there is an entry, on the page or on one of older entries.
  public boolean hasEntries() {
    return !entries.isEmpty() || pinned.isPresent() || range.olderPages() > 0;
  }

  public String pagePath(int page) {
    return LiveEntries.pagePath(path, page);
  }

  public boolean isPage(int page) {
    return range.page().isPresent() && range.page().getAsLong() == page;
  }
}
