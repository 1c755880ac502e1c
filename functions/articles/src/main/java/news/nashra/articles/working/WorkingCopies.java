package news.nashra.articles.working;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Working copies as items: the copy, in the partition of its article, and its line in the list of
/// all copies, which tells who is at work on what. Both are written in one transaction, and both
/// are forgotten [#KEPT_FOR] after the last save. Thread-safe.
public record WorkingCopies(Table articles) {
  static final Duration KEPT_FOR = Duration.ofDays(30);

  /// The list of all copies, by `<id>#<editor>`.
  private static final String LIST = "LIST#working";

  private static final String TAG = "tag";
  private static final String COPY = "copy";

  /// The copy of an editor; none if it has expired.
  Optional<WorkingCopy> find(String id, String editor, Instant now) {
    return articles.get(ArticleItems.partition(id), sortKey(editor)).flatMap(i -> read(i, now));
  }

  /// What became of a write.
  sealed interface Result {
    record Done() implements Result {}

    /// Its condition does not hold.
    ///
    /// @param current the copy that is there instead
    record Refused(Optional<WorkingCopy> current) implements Result {}
  }

  /// Saves a copy if there is none.
  Result create(String id, String editor, WorkingCopy copy) {
    return save(
        id,
        editor,
        copy,
        "attribute_not_exists(pk) OR " + Item.EXPIRES + " <= :now",
        Map.of(":now", copy.savedAt().getEpochSecond()));
  }

  /// Saves a copy in place of one that the editor saw.
  Result replace(String id, String editor, WorkingCopy copy, List<String> seen) {
    return save(id, editor, copy, anyOf(seen), tags(seen));
  }

  /// Deletes a copy that the editor saw.
  Result delete(String id, String editor, List<String> seen, Instant now) {
    var transaction =
        new Transaction()
            .delete(COPY, articles, key(id, editor), anyOf(seen), tags(seen))
            .delete(articles, line(id, editor));
    return result(articles.commit(transaction), now);
  }

  /// The editors with a copy of each of `ids`, by id; an article without one is left out. One query
  /// of the copies of all articles that were created between the first and the last of `ids`.
  public Map<String, List<String>> editors(Collection<String> ids, Instant now) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    // Whatever follows an id in a key begins with `#`, which comes before `$`.
    var last = Collections.max(ids) + "$";
    var lines =
        new ArrayList<>(
            articles.between(LIST, Collections.min(ids), last, Integer.MAX_VALUE).reversed());
    lines.removeIf(line -> isExpired(line, now) || !ids.contains(id(line)));
    return lines.stream()
        .collect(
            Collectors.groupingBy(
                WorkingCopies::id,
                LinkedHashMap::new,
                Collectors.mapping(WorkingCopies::editor, Collectors.toList())));
  }

  private Result save(
      String id, String editor, WorkingCopy copy, String condition, Map<String, ?> values) {
    long until = copy.until().getEpochSecond();
    var item =
        Item.at(ArticleItems.partition(id), sortKey(editor))
            .with(TAG, copy.tag())
            .with("json", copy.json())
            .with("savedAt", copy.savedAt())
            .with(Item.EXPIRES, until);
    var line = line(id, editor);
    var transaction =
        new Transaction()
            .put(COPY, articles, item, condition, values)
            .put(articles, Item.at(line.pk(), line.sk()).with(Item.EXPIRES, until));
    return result(articles.commit(transaction), copy.savedAt());
  }

  private static Result result(Transaction.Result result, Instant now) {
    return switch (result) {
      case Transaction.Committed committed -> new Result.Done();
      case Transaction.Refused refused ->
          new Result.Refused(refused.item(COPY).flatMap(item -> read(item, now)));
    };
  }

  private static Optional<WorkingCopy> read(Item item, Instant now) {
    return isExpired(item, now)
        ? Optional.empty()
        : Optional.of(new WorkingCopy(item.text(TAG), item.text("json"), item.instant("savedAt")));
  }

  /// DynamoDB may delete an item days after it has expired.
  private static boolean isExpired(Item item, Instant now) {
    return item.number(Item.EXPIRES) <= now.getEpochSecond();
  }

  private static String anyOf(List<String> seen) {
    return IntStream.range(0, seen.size())
        .mapToObj(n -> ":seen" + n)
        .collect(Collectors.joining(", ", TAG + " IN (", ")"));
  }

  private static Map<String, String> tags(List<String> seen) {
    return IntStream.range(0, seen.size())
        .boxed()
        .collect(Collectors.toMap(n -> ":seen" + n, seen::get));
  }

  private static Key key(String id, String editor) {
    return new Key(ArticleItems.partition(id), sortKey(editor));
  }

  private static String sortKey(String editor) {
    return "WORKING#" + editor;
  }

  private static Key line(String id, String editor) {
    return new Key(LIST, id + "#" + editor);
  }

  private static String id(Item line) {
    return line.sk().substring(0, line.sk().indexOf('#'));
  }

  private static String editor(Item line) {
    return line.sk().substring(line.sk().indexOf('#') + 1);
  }
}
