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
import news.nashra.articles.Article;
import news.nashra.articles.Kind;
import news.nashra.articles.authors.AuthorItems;
import news.nashra.articles.live.LiveItems;
import news.nashra.articles.store.ArticleItems;
import news.nashra.comments.ShownComments;
import news.nashra.core.Log;
import news.nashra.core.Parallel;
import org.jspecify.annotations.Nullable;

/// Follows a batch of stream records: notes each article in [PressAgain] first, then presses its
/// pages and the pages that link to it. Thread-safe.
final class FollowChanges {
  private final ArticlePress press;
  private final PressAgain again;
  private final AuthorSweep authors;
  private final Takedown takedown;
  private final InstantSource clock;

  FollowChanges(
      ArticlePress press,
      PressAgain again,
      AuthorSweep authors,
      Takedown takedown,
      InstantSource clock) {
    this.press = press;
    this.again = again;
    this.authors = authors;
    this.takedown = takedown;
    this.clock = clock;
  }

  /// The records of one article in a batch.
  private static final class ArticleRecords {
    /// Positions of its records in the batch.
    final List<Integer> positions = new ArrayList<>();

    /// Ids of comments that were shown or hidden.
    final Set<String> comments = new HashSet<>();

    /// Numbers of entries of live coverage that changed.
    final Set<Long> entries = new HashSet<>();

    /// Whether the article itself changed.
    boolean headChanged;

    /// Whether something that other pages show about it changed.
    boolean linksChanged;
  }

  /// Follows the records.
  ///
  /// @return the positions of those that failed, in order
  SortedSet<Integer> follow(JsonNode records) {
    var failed = new TreeSet<Integer>();
    var articles = byArticle(records, failed);
    noteAll(articles, failed);
    var known =
        press.findWithAddress(articles.keySet()).stream()
            .map(article -> changed(article, articles.get(article.id())))
            .toList();
    for (var failure : press.pressChanged(known).failures()) {
      Log.error("page not pressed", failure.fault());
      fail(Set.of(failure.group()), articles, failed);
    }
    pressLinkingPages(articles, failed);
    pressAuthors(records, failed);
    // At once. What the edge fetched again too early, or could not drop, the note takes care of.
    takedown.run(
        known.stream()
            .map(ArticlePress.ChangedArticle::article)
            .filter(article -> changedElsewhere(articles, article.id()))
            .toList(),
        clock.instant().toString());
    return failed;
  }

  /// Presses the articles of authors whose records changed. If one cannot be noted, the stream
  /// delivers its record again.
  private void pressAuthors(JsonNode records, Set<Integer> failed) {
    for (int i = 0; i < records.size(); i++) {
      var change = records.get(i).path("dynamodb");
      var pk = text(change.path("Keys"), "pk");
      if (AuthorItems.isAuthor(pk) && AuthorSweep.isShown(change)) {
        try {
          authors.begin(AuthorItems.slug(pk));
        } catch (RuntimeException e) {
          Log.error("change of an author not noted", e);
          failed.add(i);
        }
      }
    }
  }

  /// Groups the records by article id. A record that belongs to no article fails.
  private static Map<String, ArticleRecords> byArticle(JsonNode records, Set<Integer> failed) {
    var articles = new LinkedHashMap<String, ArticleRecords>();
    for (int i = 0; i < records.size(); i++) {
      var change = records.get(i).path("dynamodb");
      var pk = text(change.path("Keys"), "pk");
      var sk = text(change.path("Keys"), "sk");
      if (AuthorItems.isAuthor(pk) || isUpdatedInPlace(change)) {
        continue;
      }
      var commented = ShownComments.article(pk);
      if (commented.isEmpty() && !ArticleItems.isArticle(pk)) {
        Log.warn("record of no article", Map.of("sk", sk));
        failed.add(i);
        continue;
      }
      var article =
          articles.computeIfAbsent(
              commented.orElseGet(() -> ArticleItems.id(pk)), id -> new ArticleRecords());
      article.positions.add(i);
      if (commented.isPresent()) {
        article.comments.add(sk.substring(ShownComments.SORT_KEY_PREFIX.length()));
      } else if (sk.equals(LiveItems.LIVE)) {
        article.entries.add(change.path("NewImage").path("changed").path("N").asLong());
      } else {
        article.headChanged = true;
        article.linksChanged |= shownElsewhere(change);
      }
    }
    return articles;
  }

  private static ArticlePress.ChangedArticle changed(
      Article article, @Nullable ArticleRecords records) {
    return records == null || records.headChanged
        ? new ArticlePress.ChangedArticle(article, Set.of(), Set.of())
        : new ArticlePress.ChangedArticle(article, records.comments, records.entries);
  }

  /// Whether a head says only that an entry of live coverage came, which has a record of its own.
  private static boolean isUpdatedInPlace(JsonNode change) {
    var before = change.path("OldImage");
    var after = change.path("NewImage");
    return text(after, "kind").equals(Kind.LIVE.word())
        && !before.path("revision").isMissingNode()
        && before.path("revision").equals(after.path("revision"))
        && !text(before, "updatedAt").equals(text(after, "updatedAt"));
  }

  private static boolean changedElsewhere(Map<String, ArticleRecords> articles, String id) {
    var article = articles.get(id);
    return article != null && article.linksChanged;
  }

  /// Notes every article. If that fails, the stream delivers its records again.
  private void noteAll(Map<String, ArticleRecords> articles, Set<Integer> failed) {
    var now = clock.instant();
    var notes = new ArrayList<Callable<Boolean>>();
    articles.forEach((id, article) ->
        notes.add(() -> {
          try {
            again.note(id, article.linksChanged, now);
            return true;
          } catch (RuntimeException e) {
            Log.error("change not noted", e);
            synchronized (failed) {
              failed.addAll(article.positions);
            }
            return false;
          }
        }));
    Parallel.all(notes);
  }

  /// Presses the pages that link to an article and show something else about it now.
  private void pressLinkingPages(Map<String, ArticleRecords> articles, Set<Integer> failed) {
    var causes = new LinkedHashMap<String, Set<String>>();
    articles.forEach((id, article) -> {
      if (article.linksChanged) {
        press
            .linkingTo(id)
            .forEach(from -> causes.computeIfAbsent(from, f -> new LinkedHashSet<>()).add(id));
      }
    });
    press
        .pressInPortions(List.copyOf(causes.keySet()))
        .forEach(from -> fail(causes.getOrDefault(from, Set.of()), articles, failed));
  }

  private static void fail(
      Set<String> causes, Map<String, ArticleRecords> articles, Set<Integer> failed) {
    for (var id : causes) {
      var article = articles.get(id);
      if (article != null) {
        failed.addAll(article.positions);
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
