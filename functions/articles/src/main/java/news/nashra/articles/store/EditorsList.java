package news.nashra.articles.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.articles.Status;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;

/// Articles by status and section, newest first. Thread-safe.
public record EditorsList(Table articles) {
  /// An article in the answer.
  public record Row(Entry entry, Status status) {}

  /// @param next the key at which the list continues; absent at its end
  public record Rows(List<Row> rows, Optional<String> next) {}

  /// @param before only entries below this key
  public Rows newest(
      Optional<Status> status, Optional<String> section, Optional<String> before, int limit) {
    var statuses = status.map(List::of).orElse(Arrays.asList(Status.values()));
    var lists =
        Parallel.all(
            statuses.stream()
                .<Callable<List<Row>>>map(s -> () -> list(s, section, before, limit + 1))
                .toList());
    var rows =
        lists.stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparing((Row row) -> row.entry().key()).reversed())
            .limit(limit + 1L)
            .toList();
    return rows.size() <= limit
        ? new Rows(rows, Optional.empty())
        : new Rows(rows.subList(0, limit), Optional.of(rows.get(limit - 1).entry().key()));
  }

  private List<Row> list(
      Status status, Optional<String> section, Optional<String> before, int wanted) {
    if (status == Status.PUBLISHED) {
      var list = section.map(ListName::section).orElse(ListName.PUBLISHED);
      return rows(articles.newest(list.partition(), before, wanted), status);
    }
    // Drafts and withdrawn articles have no lists by section: the whole list is read and filtered.
    var found = new ArrayList<Row>();
    var from = before;
    while (true) {
      var items = articles.newest(ListName.status(status).partition(), from, wanted);
      rows(items, status).stream()
          .filter(row -> section.isEmpty() || row.entry().section().equals(section.get()))
          .forEach(found::add);
      if (items.size() < wanted || found.size() >= wanted) {
        return found;
      }
      from = Optional.of(items.getLast().sk());
    }
  }

  private static List<Row> rows(List<Item> items, Status status) {
    return items.stream().map(item -> new Row(Entry.read(item), status)).toList();
  }
}
