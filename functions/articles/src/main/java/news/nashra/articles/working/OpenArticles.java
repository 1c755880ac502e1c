package news.nashra.articles.working;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;

/// Who has which article open at the desk: one mark for each editor and article, forgotten
/// [#KEPT_FOR] after it was made the last time. Thread-safe.
record OpenArticles(Table articles) {
  /// The desk makes its mark every 15 seconds while it is in sight. Who looks at another window for
  /// a moment has the article open all the same.
  static final Duration KEPT_FOR = Duration.ofMinutes(2);

  /// The list of all marks, by `<id>#<editor>`.
  private static final String LIST = "LIST#open";

  void mark(String id, String editor, Instant now) {
    articles.put(
        Item.at(LIST, id + "#" + editor).with(Item.EXPIRES, now.plus(KEPT_FOR).getEpochSecond()));
  }

  void remove(String id, String editor) {
    articles.delete(new Key(LIST, id + "#" + editor));
  }

  /// The editors who have an article open.
  List<String> editors(String id, Instant now) {
    return articles.beginningWith(LIST, id + "#", Integer.MAX_VALUE).stream()
        .filter(mark -> mark.number(Item.EXPIRES) > now.getEpochSecond())
        .map(mark -> mark.sk().substring(id.length() + 1))
        .sorted()
        .toList();
  }
}
