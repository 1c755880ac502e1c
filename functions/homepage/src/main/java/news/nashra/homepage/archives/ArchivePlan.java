package news.nashra.homepage.archives;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.articles.Change;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.core.Once;
import news.nashra.core.Parallel;
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
  private final Map<String, Planned> planned = new LinkedHashMap<>();
  private final List<Stretch> days;
  private final List<Stretch> months;
  private final List<Stretch> sections;

  /// Plans the archives that show or showed `changes`. Reads nothing.
  public ArchivePlan(List<Change> changes, ArchivePageGroups archives, Edition edition) {
    this.archives = archives;
    this.edition = edition;
    this.calendar = new EditionCalendar(edition.timeZone());
    addLists(changes);
    this.days = days(changes);
    this.months = months(changes);
    this.sections = sections(changes);
    Stream.of(days, months, sections)
        .flatMap(List::stream)
        .forEach(stretch -> add(stretch.group(), stretch.causes()));
  }

  /// A group of pages that may have changed.
  ///
  /// @param causes ids of the changed articles that affect it
  private record Planned(PageGroup<ListReads> group, Set<String> causes) {}

  /// A kind of page with everything that was published in a stretch of time.
  private record Kind<T>(
      ListName list,
      Function<Instant, T> period,
      Function<T, EditionCalendar.Span> span,
      Function<T, PageGroup<ListReads>> group) {}

  /// A stretch of time in which something changed.
  ///
  /// @param groupAt the pages of the stretch that an instant lies in
  /// @param group its own pages
  /// @param causes ids of the articles that changed in it
  /// @param changes how many articles changed that its list shows or showed
  private record Stretch(
      ListName list,
      EditionCalendar.Span span,
      Function<Instant, PageGroup<ListReads>> groupAt,
      PageGroup<ListReads> group,
      Set<String> causes,
      int changes) {}

  /// The archives that are planned so far.
  public List<PageGroup<ListReads>> groups() {
    return planned.values().stream().map(Planned::group).toList();
  }

  /// Plans the others: where a day or month may have appeared or disappeared, its neighbours, and
  /// the index of the sitemaps. Takes a query for each day or month that shows a change.
  ///
  /// @param all a reading that leaves no article out: an article without a page does not count as
  ///   shown anyway
  /// @param shown a reading that leaves them out, for the neighbours; asked for once
  /// @return those that were not planned before
  public List<PageGroup<ListReads>> addOthers(
      ListReads all, Supplier<ListReads> shown, Followed followed) {
    int before = planned.size();
    var reads = new Once<>(shown);
    var stretches = Stream.of(days, months, sections).flatMap(List::stream).toList();
    var lasting = lasting(stretches, all, followed);
    for (var stretch : stretches) {
      if (!lasting.contains(stretch)) {
        neighbours(reads.get(), stretch)
            .map(stretch.groupAt())
            .forEach(neighbour -> add(neighbour, stretch.causes()));
      }
    }
    months.stream()
        .filter(month -> !lasting.contains(month))
        .forEach(month -> add(archives.sitemapIndex(), month.causes()));
    return groups().subList(before, planned.size());
  }

  /// Ids of the changed articles that affect an archive.
  ///
  /// @param group the name of its pages
  public Set<String> causes(String group) {
    return planned.containsKey(group) ? Set.copyOf(planned.get(group).causes()) : Set.of();
  }

  /// An archive, and its newest entry.
  private record Candidate(PageGroup<ListReads> group, Callable<List<Entry>> newest) {}

  /// Of the archives that show or showed `changes`, those whose newest article is one of these, and
  /// those that have none any more. If all changes are given part by part, each archive that has
  /// articles is in one part.
  public static List<PageGroup<ListReads>> led(
      List<Change> changes, ArchivePageGroups archives, Edition edition, ListReads reads) {
    var plan = new ArchivePlan(changes, archives, edition);
    var causes = ids(changes);
    var checks = new ArrayList<Callable<Optional<PageGroup<ListReads>>>>();
    for (var candidate : plan.candidates(changes, reads)) {
      checks.add(() ->
          candidate.newest().call().stream().allMatch(entry -> causes.contains(entry.id()))
              ? Optional.of(candidate.group())
              : Optional.empty());
    }
    return Parallel.all(checks).stream().flatMap(Optional::stream).toList();
  }

  private List<Candidate> candidates(List<Change> changes, ListReads reads) {
    var candidates = new ArrayList<Candidate>();
    changes.stream()
        .flatMap(change -> change.lists().stream())
        .distinct()
        .forEach(list ->
            named(list)
                .ifPresent(group ->
                    candidates.add(new Candidate(group, () -> reads.lists().newest(list, 1)))));
    Stream.of(days, months, sections)
        .flatMap(List::stream)
        .forEach(stretch ->
            candidates.add(new Candidate(stretch.group(), () -> newest(stretch, 1, reads))));
    return candidates;
  }

  /// The archive that shows a list of any time.
  private Optional<PageGroup<ListReads>> named(ListName list) {
    return switch (list.kind()) {
      case TOPIC -> Optional.of(archives.topic(list.slug()));
      case AUTHOR -> Optional.of(archives.author(list.slug()));
      default -> Optional.empty();
    };
  }

  private List<Stretch> days(List<Change> changes) {
    return stretches(
        changes,
        new Kind<LocalDate>(ListName.PUBLISHED, calendar::dayOf, calendar::span, archives::day));
  }

  private List<Stretch> months(List<Change> changes) {
    return stretches(
        changes,
        new Kind<YearMonth>(
            ListName.PUBLISHED, calendar::monthOf, calendar::span, archives::month));
  }

  private List<Stretch> sections(List<Change> changes) {
    return edition.sections().stream().flatMap(s -> section(changes, s).stream()).toList();
  }

  private List<Stretch> section(List<Change> changes, Section section) {
    var list = ListName.section(section.id());
    return stretches(
        changes.stream().filter(change -> change.lists().contains(list)).toList(),
        new Kind<YearMonth>(
            list, calendar::monthOf, calendar::span, month -> archives.month(section, month)));
  }

  /// The stretches of time in which something changed.
  private static <T> List<Stretch> stretches(List<Change> changes, Kind<T> kind) {
    var all = new ArrayList<Stretch>();
    changes.stream()
        .collect(
            Collectors.groupingBy(
                change -> kind.period().apply(change.publishedAt()),
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach((period, changed) ->
            all.add(
                new Stretch(
                    kind.list(),
                    kind.span().apply(period),
                    at -> kind.group().apply(kind.period().apply(at)),
                    kind.group().apply(period),
                    ids(changed),
                    changes.size())));
    return all;
  }

  /// Those of the stretches that had articles before the changes and still have some. They are
  /// asked side by side.
  private static Set<Stretch> lasting(List<Stretch> stretches, ListReads all, Followed followed) {
    var asked = new ArrayList<Callable<Optional<Stretch>>>();
    stretches.forEach(stretch ->
        asked.add(
            () -> Optional.of(stretch).filter(some -> hadAndHasArticles(some, all, followed))));
    return Parallel.all(asked).stream().flatMap(Optional::stream).collect(Collectors.toSet());
  }

  /// Whether a stretch of time had articles before the changes and still has some. If only recent
  /// entries are found among those that are read, it counts as one that had none.
  private static boolean hadAndHasArticles(Stretch stretch, ListReads all, Followed followed) {
    int limit = stretch.changes() + followed.waiting().size() + 1;
    return newest(stretch, limit, all).stream().anyMatch(followed::shows);
  }

  private static List<Entry> newest(Stretch stretch, int limit, ListReads reads) {
    var span = stretch.span();
    return reads.lists().between(stretch.list(), span.from(), span.to(), limit);
  }

  private static Stream<Instant> neighbours(ListReads shown, Stretch stretch) {
    var neighbours = ArchivePageGroups.neighbours(shown, stretch.list(), stretch.span());
    return Stream.concat(neighbours.earlier().stream(), neighbours.later().stream());
  }

  /// Adds the pages of the lists that contain or contained a changed article.
  private void addLists(List<Change> changes) {
    for (var change : changes) {
      for (var list : change.lists()) {
        named(list).ifPresent(group -> add(group, Set.of(change.id())));
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
