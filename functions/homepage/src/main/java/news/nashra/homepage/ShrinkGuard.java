package news.nashra.homepage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import news.nashra.articles.Entry;
import news.nashra.articles.Standings;
import news.nashra.core.press.Page;
import news.nashra.core.press.Standing;

/// Keeps a front from losing most of its news to a fault: with fewer than half the items of the one
/// that stands, it is pressed only when each lost article has left the list by an editor's hand.
///
/// The ids of a front's articles stand in the metadata of its page: 60 of 26 characters, below the
/// 2 KB that [S3 allows](https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html).
record ShrinkGuard(Standings standings) {
  private static final String NOTE = "items";

  /// @param left whether an article has left the list, by what its head says
  Page guard(
      Page.Present page,
      List<Entry> entries,
      Optional<Standing> standing,
      Predicate<Standings.Place> left) {
    var before =
        standing
            .map(s -> s.notes().getOrDefault(NOTE, ""))
            .filter(ids -> !ids.isEmpty())
            .map(ids -> Arrays.asList(ids.split(",")))
            .orElse(List.of());
    var now = entries.stream().map(Entry::id).toList();
    if (now.size() * 2 < before.size() && !explained(before, now, left)) {
      return new Page.Keep(now.size() + " items after " + before.size());
    }
    return page.noting(NOTE, now.stream().collect(Collectors.joining(",")));
  }

  private boolean explained(
      List<String> before, List<String> now, Predicate<Standings.Place> left) {
    var lost = before.stream().filter(id -> !now.contains(id)).toList();
    var places = standings.of(lost);
    return lost.stream()
        .allMatch(id -> Optional.ofNullable(places.get(id)).filter(left).isPresent());
  }
}
