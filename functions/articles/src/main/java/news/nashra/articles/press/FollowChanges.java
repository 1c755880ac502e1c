package news.nashra.articles.press;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import news.nashra.articles.store.ArticleItems;
import news.nashra.comments.ShownComments;
import news.nashra.core.Log;
import news.nashra.core.Parallel;

/// Presses what a batch of stream records tells of: notes each article in [PressAgain] first, then
/// presses its pages and those that point to it.
final class FollowChanges {
  private final ArticlePress pages;
  private final PressAgain again;
  private final InstantSource clock;

  FollowChanges(ArticlePress pages, PressAgain again, InstantSource clock) {
    this.pages = pages;
    this.again = again;
    this.clock = clock;
  }

  /// What a batch says of one article.
  private static final class Touched {
    /// Numbers of its records in the batch.
    final List<Integer> records = new ArrayList<>();

    /// Ids of comments that were shown or hidden.
    final Set<String> comments = new HashSet<>();

    /// Whether the article itself changed.
    boolean head;

    /// Whether what other pages show of it changed.
    boolean links;
  }

  /// The numbers of the records that could not be dealt with, in their order.
  SortedSet<Integer> records(JsonNode records) {
    var failed = new TreeSet<Integer>();
    var articles = touched(records, failed);
    note(articles, failed);
    var known =
        pages.addressed(articles.keySet()).stream()
            .map(article -> new ArticlePress.Touched(article, comments(articles, article.id())))
            .toList();
    for (var failure : pages.touched(known).failures()) {
      Log.error("page not pressed", failure.fault());
      fail(Set.of(failure.group()), articles, failed);
    }
    links(articles, failed);
    return failed;
  }

  /// The articles of a batch, by their ids. A record that is none of ours fails.
  private static Map<String, Touched> touched(JsonNode records, Set<Integer> failed) {
    var articles = new LinkedHashMap<String, Touched>();
    for (int i = 0; i < records.size(); i++) {
      var change = records.get(i).path("dynamodb");
      var pk = text(change.path("Keys"), "pk");
      var sk = text(change.path("Keys"), "sk");
      if (!ArticleItems.isArticle(pk)) {
        Log.warn("a record of no article", Map.of("sk", sk));
        failed.add(i);
        continue;
      }
      var touched = articles.computeIfAbsent(ArticleItems.id(pk), id -> new Touched());
      touched.records.add(i);
      if (sk.startsWith(ShownComments.SORT_KEY_PREFIX)) {
        touched.comments.add(sk.substring(ShownComments.SORT_KEY_PREFIX.length()));
      } else {
        touched.head = true;
        touched.links |= shownElsewhere(change);
      }
    }
    return articles;
  }

  private static Set<String> comments(Map<String, Touched> articles, String id) {
    var touched = articles.get(id);
    return touched == null || touched.head ? Set.of() : touched.comments;
  }

  /// A change that cannot be noted is handed in again by the stream.
  private void note(Map<String, Touched> articles, Set<Integer> failed) {
    var now = clock.instant();
    var notes = new ArrayList<Callable<Boolean>>();
    articles.forEach((id, touched) ->
        notes.add(() -> {
          try {
            again.note(id, touched.links, now);
            return true;
          } catch (RuntimeException e) {
            Log.error("change not noted", e);
            synchronized (failed) {
              failed.addAll(touched.records);
            }
            return false;
          }
        }));
    Parallel.all(notes);
  }

  /// Presses the pages that point to an article of which they show something else now.
  private void links(Map<String, Touched> articles, Set<Integer> failed) {
    var causes = new LinkedHashMap<String, Set<String>>();
    articles.forEach((id, touched) -> {
      if (touched.links) {
        pages
            .pointingTo(id)
            .forEach(from -> causes.computeIfAbsent(from, f -> new LinkedHashSet<>()).add(id));
      }
    });
    pages
        .failed(List.copyOf(causes.keySet()))
        .forEach(from -> fail(causes.getOrDefault(from, Set.of()), articles, failed));
  }

  private static void fail(Set<String> causes, Map<String, Touched> articles, Set<Integer> failed) {
    for (var id : causes) {
      var touched = articles.get(id);
      if (touched != null) {
        failed.addAll(touched.records);
      }
    }
  }

  private static boolean shownElsewhere(JsonNode change) {
    var before = change.path("OldImage");
    var after = change.path("NewImage");
    return !before.isMissingNode()
        && List.of("headline", "path", "status").stream()
            .anyMatch(name -> !text(before, name).equals(text(after, name)));
  }

  private static String text(JsonNode item, String name) {
    return item.path(name).path("S").asText();
  }
}
