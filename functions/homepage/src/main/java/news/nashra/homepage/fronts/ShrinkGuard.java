package news.nashra.homepage.fronts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import news.nashra.articles.Entry;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.press.Page;
import news.nashra.core.press.StoredPage;
import news.nashra.homepage.state.ListReads;

/// Keeps a front from going back in time or losing articles by a fault. A front that has fewer
/// articles than before, or lost its newest one, is pressed only if every lost article was taken
/// off the list by an editor, was pushed out by newer ones, or waits for its own page.
///
/// The ids of a front's articles are kept in the metadata of its page: 60 ids of 26 characters,
/// below the 2 KB that [S3
/// allows](https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html). Threads may
/// share this.
///
/// @param hasLeft whether an editor took an article off the list, judged by its head
record ShrinkGuard(ArticleLists lists, Predicate<ArticleLists.Position> hasLeft) {
  private static final String ARTICLE_IDS = "items";

  /// Why a front with these entries must not replace the stored one; empty when it may.
  Optional<String> refusal(List<Entry> entries, Optional<StoredPage> stored, ListReads reads) {
    var before = articleIds(stored);
    var now = entries.stream().map(Entry::id).toList();
    var lost =
        before.stream().filter(id -> !now.contains(id) && !reads.excluded().contains(id)).toList();
    boolean shrunk = now.size() < before.size();
    boolean older = !before.isEmpty() && lost.contains(before.getFirst());
    return (shrunk || older) && !explained(lost, entries, reads)
        ? Optional.of(now.size() + " items after " + before.size())
        : Optional.empty();
  }

  static Page.Present withArticleIds(Page.Present page, List<Entry> entries) {
    return page.withNote(
        ARTICLE_IDS, entries.stream().map(Entry::id).collect(Collectors.joining(",")));
  }

  private static List<String> articleIds(Optional<StoredPage> stored) {
    return stored
        .map(s -> s.notes().getOrDefault(ARTICLE_IDS, ""))
        .filter(ids -> !ids.isEmpty())
        .map(ids -> Arrays.asList(ids.split(",")))
        .orElse(List.of());
  }

  /// A full front shows nothing older than its last entry: anything older was pushed out.
  private boolean explained(List<String> lost, List<Entry> entries, ListReads reads) {
    boolean full = entries.size() >= reads.articlesPerFront();
    var positions = lists.positions(lost);
    return lost.stream()
        .allMatch(id ->
            Optional.ofNullable(positions.get(id))
                .filter(position ->
                    hasLeft.test(position)
                        || (full && position.key().compareTo(entries.getLast().key()) < 0))
                .isPresent());
  }
}
