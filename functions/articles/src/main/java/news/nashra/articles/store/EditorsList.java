package news.nashra.articles.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import news.nashra.articles.Entry;
import news.nashra.articles.HeadlineWords;
import news.nashra.articles.Kind;
import news.nashra.articles.ListName;
import news.nashra.articles.Status;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;

/// Articles by status, section, topic, author, kind and words of the headline, newest first.
/// However few of them match, a part of the list takes at most [#MAX_READS] queries for each
/// status. It may then hold fewer rows than asked for, and says where it continues. Thread-safe.
public record EditorsList(Table articles) {
  /// Entries that are read at once where not all of them match; as many as one BatchGetItem takes.
  static final int ENTRIES_PER_READ = 100;

  static final int MAX_READS = 5;

  /// @param status absent for all
  /// @param lists sections, topics and authors; an article must be in each of them. That of a draft
  ///   or withdrawn article are those that would list it if it were published
  /// @param kind absent for all
  /// @param words all of which must be in the headline; of published articles, those with the
  ///   longest one are read
  public record Filter(
      Optional<Status> status, List<ListName> lists, Optional<Kind> kind, HeadlineWords words) {
    public Filter {
      lists = List.copyOf(lists);
    }

    private boolean matches(Entry entry) {
      return (kind.isEmpty() || kind.get() == entry.kind()) && words.allIn(entry.headline());
    }
  }

  /// An article in the answer.
  ///
  /// @param editor of its last revision; absent in an entry from before entries had it
  public record Row(Entry entry, Status status, Optional<String> editor) {}

  /// @param next the key at which the list continues; absent at its end
  public record Rows(List<Row> rows, Optional<String> next) {}

  /// What was read of one status.
  ///
  /// @param stoppedAt the last key that was read; absent at the end of the list
  private record Part(List<Row> rows, Optional<String> stoppedAt) {}

  /// @param before only entries below this key
  public Rows newest(Filter filter, Optional<String> before, int limit) {
    var statuses = filter.status().map(List::of).orElse(Arrays.asList(Status.values()));
    var parts =
        Parallel.all(
            statuses.stream()
                .<Callable<Part>>map(s -> () -> part(s, filter, before, limit + 1))
                .toList());
    // Below the highest key where a part stopped, rows of that part may be missing.
    var floor = parts.stream().flatMap(p -> p.stoppedAt().stream()).max(String::compareTo);
    var rows =
        parts.stream()
            .flatMap(part -> part.rows().stream())
            .filter(row -> row.entry().key().compareTo(floor.orElse("")) >= 0)
            .sorted(Comparator.comparing((Row row) -> row.entry().key()).reversed())
            .limit(limit + 1L)
            .toList();
    return rows.size() <= limit
        ? new Rows(rows, floor)
        : new Rows(rows.subList(0, limit), Optional.of(rows.get(limit - 1).entry().key()));
  }

  private Part part(Status status, Filter filter, Optional<String> before, int wanted) {
    var source = Source.of(status, filter);
    int batch = source.isExact() ? wanted : ENTRIES_PER_READ;
    var found = new ArrayList<Row>();
    var from = before;
    for (int reads = 0; reads < MAX_READS && found.size() < wanted; reads++) {
      var items = articles.newest(source.partition(), from, batch);
      var entries = source.keysOnly() ? published(items) : items;
      var matching =
          status == Status.PUBLISHED
              ? listed(entries, source.others())
              : meant(entries, source.others());
      for (var item : matching) {
        var entry = Entry.read(item);
        if (filter.matches(entry)) {
          found.add(new Row(entry, status, item.find(Entry.EDITOR)));
        }
      }
      if (items.size() < batch) {
        return new Part(found, Optional.empty());
      }
      from = Optional.of(items.getLast().sk());
    }
    return new Part(found, from);
  }

  /// The list that is read for a status.
  ///
  /// @param keysOnly whether it holds the keys of published articles and nothing else
  /// @param others lists in which its articles must be too
  /// @param isExact whether all of its articles match
  private record Source(
      String partition, boolean keysOnly, List<ListName> others, boolean isExact) {
    /// Only published articles have lists of their own for words, sections, topics and authors.
    static Source of(Status status, Filter filter) {
      var lists = filter.lists();
      boolean exact = filter.kind().isEmpty() && filter.words().isEmpty();
      if (status != Status.PUBLISHED || (filter.words().isEmpty() && lists.isEmpty())) {
        var all = ListName.status(status).partition();
        return new Source(all, false, lists, exact && lists.isEmpty());
      }
      if (!filter.words().isEmpty()) {
        var longest = HeadlineWords.partition(filter.words().indexed().getFirst());
        return new Source(longest, true, lists, false);
      }
      var others = lists.subList(1, lists.size());
      return new Source(lists.getFirst().partition(), false, others, exact && others.isEmpty());
    }
  }

  /// The entries with the keys of `items`, for those articles that are still published.
  private List<Item> published(List<Item> items) {
    var keys =
        items.stream().map(item -> new Key(ListName.PUBLISHED.partition(), item.sk())).toList();
    return articles.get(keys).stream().sorted(Comparator.comparing(Item::sk).reversed()).toList();
  }

  /// Those of the entries that the other lists hold too: an article has the same key in each.
  private List<Item> listed(List<Item> entries, List<ListName> others) {
    var left = entries;
    for (var other : others) {
      var keys = left.stream().map(entry -> new Key(other.partition(), entry.sk())).toList();
      var held =
          articles.get(keys).stream().map(Item::sk).collect(Collectors.toCollection(HashSet::new));
      left = left.stream().filter(entry -> held.contains(entry.sk())).toList();
    }
    return left;
  }

  /// Those of the entries whose articles would be in `lists` if they were published.
  private static List<Item> meant(List<Item> entries, List<ListName> lists) {
    var names = lists.stream().map(ListName::text).toList();
    return entries.stream().filter(e -> e.texts(Entry.LISTS).containsAll(names)).toList();
  }
}
