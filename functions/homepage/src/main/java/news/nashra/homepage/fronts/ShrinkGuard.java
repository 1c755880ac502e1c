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

/// Keeps a front from going back in time or losing its news to a fault. One whose newest article is
/// gone, or that has fewer than before, is pressed only when each lost article has left the list by
/// an editor's hand, was pushed out by newer ones, or waits for its own page.
///
/// The ids of a front's articles stand in the metadata of its page: 60 of 26 characters, below the
/// 2 KB that [S3 allows](https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html).
///
/// @param left whether an article has left the list, by what its head says
record ShrinkGuard(ArticleLists lists, Predicate<ArticleLists.Position> left) {
  private static final String NOTE = "items";

  /// Why a front with these entries must not replace the one that is there; empty when it may.
  Optional<String> refuses(List<Entry> entries, Optional<StoredPage> standing, ListReads reading) {
    var before = noted(standing);
    var now = entries.stream().map(Entry::id).toList();
    var lost =
        before.stream().filter(id -> !now.contains(id) && !reading.unseen().contains(id)).toList();
    boolean shrunk = now.size() < before.size();
    boolean older = !before.isEmpty() && lost.contains(before.getFirst());
    return (shrunk || older) && !explained(lost, entries, reading)
        ? Optional.of(now.size() + " items after " + before.size())
        : Optional.empty();
  }

  static Page.Present note(Page.Present page, List<Entry> entries) {
    return page.withNote(NOTE, entries.stream().map(Entry::id).collect(Collectors.joining(",")));
  }

  private static List<String> noted(Optional<StoredPage> standing) {
    return standing
        .map(s -> s.notes().getOrDefault(NOTE, ""))
        .filter(ids -> !ids.isEmpty())
        .map(ids -> Arrays.asList(ids.split(",")))
        .orElse(List.of());
  }

  /// A full front shows nothing older than its last entry: what is older was pushed out.
  private boolean explained(List<String> lost, List<Entry> entries, ListReads reading) {
    boolean full = entries.size() >= reading.items();
    var places = lists.positions(lost);
    return lost.stream()
        .allMatch(id ->
            Optional.ofNullable(places.get(id))
                .filter(place ->
                    left.test(place)
                        || (full && place.key().compareTo(entries.getLast().key()) < 0))
                .isPresent());
  }
}
