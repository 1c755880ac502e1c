package news.nashra.homepage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.articles.Change;
import news.nashra.site.Edition;
import news.nashra.site.Section;

/// Which archives could have changed: those that show a changed article or showed it, and, where a
/// day or month may have begun to hold something or ceased to, its neighbours, which link to it.
/// However large the archive is, an article touches a constant number of them.
final class Plan {
  private static final String SECTION = "section#";

  private final Archives archives;
  private final Edition edition;
  private final Days days;
  private final Reading reading;
  private final Map<String, Spread> spreads = new LinkedHashMap<>();

  private Plan(Archives archives, Edition edition, Reading reading) {
    this.archives = archives;
    this.edition = edition;
    this.days = new Days(edition.timeZone());
    this.reading = reading;
  }

  /// A kind of page that holds for good what was published in a stretch of time.
  private record Kind<T>(
      String list,
      Function<Instant, T> of,
      Function<T, Days.Span> span,
      Function<T, Spread> spread) {}

  static Collection<Spread> of(
      List<Change> changes, Archives archives, Edition edition, Reading reading) {
    var plan = new Plan(archives, edition, reading);
    plan.named(changes, "topic#").forEach(slug -> plan.add(archives.topic(slug)));
    plan.named(changes, "author#").forEach(slug -> plan.add(archives.author(slug)));
    plan.follow(
        changes, new Kind<LocalDate>("published", plan.days::of, plan.days::span, archives::day));
    boolean months =
        plan.follow(
            changes,
            new Kind<YearMonth>("published", plan.days::monthOf, plan.days::span, archives::month));
    if (months) {
      plan.add(archives.sitemapIndex());
    }
    for (var id : plan.named(changes, SECTION)) {
      edition.section(id).ifPresent(section -> plan.section(changes, section));
    }
    return plan.spreads.values();
  }

  private void section(List<Change> changes, Section section) {
    var list = SECTION + section.id();
    follow(
        changes.stream().filter(change -> change.lists().contains(list)).toList(),
        new Kind<YearMonth>(
            list, days::monthOf, days::span, month -> archives.month(section, month)));
  }

  /// Adds the pages of `kind` that show a change.
  ///
  /// @return whether any of them may have begun to hold something, or ceased to
  private <T> boolean follow(List<Change> changes, Kind<T> kind) {
    var changed = changes.stream().map(Change::id).collect(Collectors.toSet());
    boolean any = false;
    for (var period :
        changes.stream()
            .map(change -> kind.of().apply(change.publishedAt()))
            .collect(Collectors.toCollection(LinkedHashSet::new))) {
      add(kind.spread().apply(period));
      var span = kind.span().apply(period);
      if (!held(kind.list(), span, changed)) {
        any = true;
        neighbours(kind.list(), span)
            .map(kind.of())
            .forEach(near -> add(kind.spread().apply(near)));
      }
    }
    return any;
  }

  /// Whether a stretch of time held something before the changes and still does: an article that is
  /// none of those changed.
  private boolean held(String list, Days.Span span, Set<String> changed) {
    return reading.lists().between(list, span.from(), span.to(), changed.size() + 1).stream()
        .anyMatch(entry -> !changed.contains(entry.id()));
  }

  private Stream<Instant> neighbours(String list, Days.Span span) {
    var near = Archives.neighbours(reading, list, span);
    return Stream.concat(near.earlier().stream(), near.later().stream());
  }

  /// What the changed articles' lists of a kind are called, `topic#…` without its `topic#`.
  private Set<String> named(List<Change> changes, String kind) {
    return changes.stream()
        .flatMap(change -> change.lists().stream())
        .filter(list -> list.startsWith(kind))
        .map(list -> list.substring(kind.length()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void add(Spread spread) {
    spreads.putIfAbsent(spread.name(), spread);
  }
}
