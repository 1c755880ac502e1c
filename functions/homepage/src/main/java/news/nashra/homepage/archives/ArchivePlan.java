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

/// The archives that may have changed: those that show or showed a changed article. If a day or
/// month may have got its first article or lost its last, its neighbours belong to them too,
/// because they link to it. An article affects a constant number of archives, however large the
/// archive is.
public final class ArchivePlan {
  private final ArchivePageGroups archives;
  private final Edition edition;
  private final EditionCalendar calendar;
  private final ListReads reads;
  private final Followed followed;
  private final Map<String, Planned> planned = new LinkedHashMap<>();

  private ArchivePlan(
      ArchivePageGroups archives, Edition edition, ListReads reads, Followed followed) {
    this.archives = archives;
    this.edition = edition;
    this.calendar = new EditionCalendar(edition.timeZone());
    this.reads = reads;
    this.followed = followed;
  }

  /// A group of pages that may have changed.
  ///
  /// @param causes ids of the changed articles that affect it
  public record Planned(PageGroup<ListReads> group, Set<String> causes) {}

  /// A kind of page with everything that was published in a stretch of time.
  private record Kind<T>(
      ListName list,
      Function<Instant, T> period,
      Function<T, EditionCalendar.Span> span,
      Function<T, PageGroup<ListReads>> group) {}

  public static List<Planned> of(
      List<Change> changes,
      ArchivePageGroups archives,
      Edition edition,
      ListReads reads,
      Followed followed) {
    var plan = new ArchivePlan(archives, edition, reads, followed);
    plan.addLists(changes, ListName.Kind.TOPIC, archives::topic);
    plan.addLists(changes, ListName.Kind.AUTHOR, archives::author);
    plan.addPeriods(
        changes,
        new Kind<LocalDate>(
            ListName.PUBLISHED, plan.calendar::dayOf, plan.calendar::span, archives::day));
    var months =
        plan.addPeriods(
            changes,
            new Kind<YearMonth>(
                ListName.PUBLISHED, plan.calendar::monthOf, plan.calendar::span, archives::month));
    if (!months.isEmpty()) {
      plan.add(archives.sitemapIndex(), months);
    }
    edition.sections().forEach(section -> plan.section(changes, section));
    return List.copyOf(plan.planned.values());
  }

  private void section(List<Change> changes, Section section) {
    var list = ListName.section(section.id());
    addPeriods(
        changes.stream().filter(change -> change.lists().contains(list)).toList(),
        new Kind<YearMonth>(
            list, calendar::monthOf, calendar::span, month -> archives.month(section, month)));
  }

  /// Adds the pages of `kind` that show a change.
  ///
  /// @return ids of the articles by which a page may have appeared or disappeared
  private <T> Set<String> addPeriods(List<Change> changes, Kind<T> kind) {
    var appearing = new LinkedHashSet<String>();
    changes.stream()
        .collect(
            Collectors.groupingBy(
                change -> kind.period().apply(change.publishedAt()),
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach((period, changed) -> {
          add(kind.group().apply(period), ids(changed));
          var span = kind.span().apply(period);
          if (!hadAndHasArticles(kind.list(), span, changes.size())) {
            appearing.addAll(ids(changed));
            neighbours(kind.list(), span)
                .map(kind.period())
                .forEach(neighbour -> add(kind.group().apply(neighbour), ids(changed)));
          }
        });
    return appearing;
  }

  /// Whether a stretch of time had articles before the changes and still has some. If only recent
  /// entries are found among those that are read, it counts as one that had none.
  private boolean hadAndHasArticles(ListName list, EditionCalendar.Span span, int changes) {
    int limit = changes + followed.waiting().size() + 1;
    return reads.lists().between(list, span.from(), span.to(), limit).stream()
        .anyMatch(followed::shows);
  }

  private Stream<Instant> neighbours(ListName list, EditionCalendar.Span span) {
    var neighbours = ArchivePageGroups.neighbours(reads, list, span);
    return Stream.concat(neighbours.earlier().stream(), neighbours.later().stream());
  }

  /// Adds the pages of the lists of a kind that contain or contained a changed article.
  private void addLists(
      List<Change> changes, ListName.Kind kind, Function<String, PageGroup<ListReads>> group) {
    for (var change : changes) {
      for (var list : change.lists()) {
        if (list.kind() == kind) {
          add(group.apply(list.slug()), Set.of(change.id()));
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
