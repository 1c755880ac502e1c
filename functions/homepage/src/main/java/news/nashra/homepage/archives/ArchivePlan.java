package news.nashra.homepage.archives;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.articles.Change;
import news.nashra.articles.ListName;
import news.nashra.core.press.PageGroup;
import news.nashra.homepage.state.Followed;
import news.nashra.homepage.state.ListReads;
import news.nashra.site.Edition;
import news.nashra.site.Section;

/// Which archives could have changed: those that show a changed article or showed it, and, where a
/// day or month may have begun to hold something or ceased to, its neighbours, which link to it.
/// However large the archive is, an article touches a constant number of them.
public final class ArchivePlan {
  private final ArchivePageGroups archives;
  private final Edition edition;
  private final EditionCalendar days;
  private final ListReads reading;
  private final Followed followed;
  private final Map<String, Planned> planned = new LinkedHashMap<>();

  private ArchivePlan(
      ArchivePageGroups archives, Edition edition, ListReads reading, Followed followed) {
    this.archives = archives;
    this.edition = edition;
    this.days = new EditionCalendar(edition.timeZone());
    this.reading = reading;
    this.followed = followed;
  }

  /// Pages that could have changed.
  ///
  /// @param causes ids of the articles whose changes they follow
  public record Planned(PageGroup<ListReads> group, Set<String> causes) {}

  /// A kind of page that holds for good what was published in a stretch of time.
  private record Kind<T>(
      ListName list,
      Function<Instant, T> of,
      Function<T, EditionCalendar.Span> span,
      Function<T, PageGroup<ListReads>> group) {}

  public static List<Planned> of(
      List<Change> changes,
      ArchivePageGroups archives,
      Edition edition,
      ListReads reading,
      Followed followed) {
    var plan = new ArchivePlan(archives, edition, reading, followed);
    plan.named(changes, ListName.Kind.TOPIC, archives::topic);
    plan.named(changes, ListName.Kind.AUTHOR, archives::author);
    plan.follow(
        changes,
        new Kind<LocalDate>(ListName.PUBLISHED, plan.days::of, plan.days::span, archives::day));
    var months =
        plan.follow(
            changes,
            new Kind<YearMonth>(
                ListName.PUBLISHED, plan.days::monthOf, plan.days::span, archives::month));
    if (!months.isEmpty()) {
      plan.add(archives.sitemapIndex(), months);
    }
    edition.sections().forEach(section -> plan.section(changes, section));
    return List.copyOf(plan.planned.values());
  }

  private void section(List<Change> changes, Section section) {
    var list = ListName.section(section.id());
    follow(
        changes.stream().filter(change -> change.lists().contains(list)).toList(),
        new Kind<YearMonth>(
            list, days::monthOf, days::span, month -> archives.month(section, month)));
  }

  /// Adds the pages of `kind` that show a change.
  ///
  /// @return ids of those by which any of them may have begun to hold something, or ceased to
  private <T> Set<String> follow(List<Change> changes, Kind<T> kind) {
    var turning = new LinkedHashSet<String>();
    changes.stream()
        .collect(
            Collectors.groupingBy(
                change -> kind.of().apply(change.publishedAt()),
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach((period, within) -> {
          add(kind.group().apply(period), ids(within));
          var span = kind.span().apply(period);
          if (!held(kind.list(), span, changes.size())) {
            turning.addAll(ids(within));
            neighbours(kind.list(), span)
                .map(kind.of())
                .forEach(near -> add(kind.group().apply(near), ids(within)));
          }
        });
    return turning;
  }

  /// Whether a stretch of time held something before the changes and still does. Where only recent
  /// entries are found among so many, it is taken for one that did not.
  private boolean held(ListName list, EditionCalendar.Span span, int changes) {
    int most = changes + followed.waiting().size() + 1;
    return reading.lists().between(list, span.from(), span.to(), most).stream()
        .anyMatch(followed::shows);
  }

  private Stream<Instant> neighbours(ListName list, EditionCalendar.Span span) {
    var near = ArchivePageGroups.neighbours(reading, list, span);
    return Stream.concat(near.earlier().stream(), near.later().stream());
  }

  /// Adds the pages of the changed articles' lists of a kind.
  private void named(
      List<Change> changes, ListName.Kind kind, Function<String, PageGroup<ListReads>> group) {
    for (var change : changes) {
      for (var list : change.lists()) {
        if (list.kind() == kind) {
          add(group.apply(list.of()), Set.of(change.id()));
        }
      }
    }
  }

  private void add(PageGroup<ListReads> group, Set<String> causes) {
    planned
        .computeIfAbsent(group.name(), name -> new Planned(group, new LinkedHashSet<>()))
        .causes()
        .addAll(causes);
  }

  private static Set<String> ids(List<Change> changes) {
    return changes.stream().map(Change::id).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
