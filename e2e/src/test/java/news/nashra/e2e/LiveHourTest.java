package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.put;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Newspaper.send;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.nashra.core.Parallel;
import news.nashra.e2e.Newspaper.Answer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// An hour of live coverage in less than a minute: two editors write sixty entries at once, edit
/// some, take some away and pin one, a third mends the headline, and a reader's page asks all the
/// time.
class LiveHourTest {
  private static final List<String> EDITORS = List.of("editor", "editor,moderator");
  private static final int ENTRIES_OF_AN_EDITOR = 30;
  private static final int ENTRIES_ON_A_PAGE = 25;
  private static final int NEWS_BYTES = 2048;

  private String entries = "";
  private String address = "";

  /// What each entry says at the end, by its number; empty once it was taken away.
  private final Map<Long, String> texts = new ConcurrentSkipListMap<>();

  @Test
  void nothingIsLostAndTheOrderIsRight() {
    var receipt = publish(article().put("kind", "live").put("headline", "ساعة من التغطية"));
    entries = "/api/articles/" + id(receipt) + "/entries";
    address = url(receipt);
    var over = new AtomicBoolean();
    Callable<List<Long>> reader = () -> follow(over);
    Callable<List<Long>> newsroom =
        () -> {
          var desks =
              EDITORS.stream().<Callable<Boolean>>map(editor -> () -> write(editor)).toList();
          var all = new ArrayList<>(desks);
          all.add(() -> mend(id(receipt)));
          try {
            Parallel.all(all);
          } finally {
            over.set(true);
          }
          return List.of();
        };
    var asked = Parallel.all(List.of(reader, newsroom)).getFirst();
    assertThat(asked).as("what an open page was told").isSorted().doesNotHaveDuplicates();
    Newspaper.stack().settle();

    assertThat(texts.keySet())
        .isEqualTo(
            IntStream.rangeClosed(1, 60).mapToObj(Long::valueOf).collect(Collectors.toSet()));
    var stored = stored();
    var there = texts.entrySet().stream().filter(e -> !e.getValue().isEmpty()).toList().reversed();
    assertThat(stored.stream().map(e -> e.path("number").asLong()).toList())
        .isEqualTo(there.stream().map(Map.Entry::getKey).toList());
    assertThat(stored.stream().map(e -> e.path("bodyHtml").asText()).toList())
        .isEqualTo(there.stream().map(Map.Entry::getValue).toList());
    checkOrder(stored);
    checkPages(stored);
    checkNews(stored);
    assertThat(read("/api/articles/" + id(receipt)).json().path("headline").asText())
        .isEqualTo("عنوان مصحح 2");
  }

  /// Entries of one editor. Of each ten, one is edited and one is taken away. With 202 the page is
  /// left to the stream.
  private boolean write(String editor) {
    for (int i = 0; i < ENTRIES_OF_AN_EDITOR; i++) {
      var text = "<p>%s %d %s</p>".formatted(editor, i, "تفاصيل ".repeat(30).strip());
      var added = send(as(editor, "").POST(json(object().put("bodyHtml", text))));
      assertThat(added.status()).as(added.text()).isIn(201, 202);
      long number = added.json().path("number").asLong();
      assertThat(texts.put(number, text)).as("two entries with one number").isNull();
      if (i % 10 == 3) {
        text = text.replace("تفاصيل", "تصحيح");
        var edited = object().put("bodyHtml", text).put("pinned", i == 13);
        ok(send(as(editor, "/" + number).header("If-Match", "\"1\"").PUT(json(edited))));
        texts.put(number, text);
      } else if (i % 10 == 7) {
        ok(send(as(editor, "/" + number).header("If-Match", "\"1\"").DELETE()));
        texts.put(number, "");
      }
    }
    return true;
  }

  private HttpRequest.Builder as(String editor, String entry) {
    return Newspaper.as(editor, entries + entry);
  }

  private static boolean mend(String article) {
    for (int n = 1; n <= 2; n++) {
      var headline = article().put("kind", "live").put("headline", "عنوان مصحح " + n);
      ok(put("/api/articles/" + article, "\"" + n + "\"", headline));
    }
    return true;
  }

  private static void ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isIn(200, 202);
  }

  /// What an open page is told while the editors write: revisions of the coverage.
  private List<Long> follow(AtomicBoolean over) {
    var revisions = new ArrayList<Long>();
    while (!over.get()) {
      var answer = get(address + "live.json");
      if (answer.status() == 200) {
        assertThat(answer.text()).hasSizeLessThanOrEqualTo(NEWS_BYTES);
        long revision = answer.json().path("revision").asLong();
        if (revisions.isEmpty() || revisions.getLast() != revision) {
          revisions.add(revision);
        }
      }
    }
    return revisions;
  }

  /// Every entry as editors read it, newest first.
  private List<JsonNode> stored() {
    return items(read(entries + "?limit=100").json().path("items"));
  }

  /// Later numbers have later times, and each editor finds theirs in the order in which they were
  /// written.
  private static void checkOrder(List<JsonNode> stored) {
    var times = stored.reversed().stream().map(e -> e.path("at").asText()).toList();
    assertThat(times).isSorted().doesNotHaveDuplicates();
    for (var editor : EDITORS) {
      assertThat(
              stored.reversed().stream()
                  .filter(entry -> entry.path("editor").asText().equals(editor))
                  .map(e -> Jsoup.parse(e.path("bodyHtml").asText()).text().split(" ")[1])
                  .map(Integer::valueOf)
                  .toList())
          .isSorted()
          .hasSize(27);
    }
  }

  /// The article's page has the pinned entry and those from 26 on, the page of older ones the rest.
  private void checkPages(List<JsonNode> stored) {
    var pinned = stored.stream().filter(e -> e.path("pinned").asBoolean()).toList();
    assertThat(pinned).hasSize(1);
    long summary = pinned.getFirst().path("number").asLong();
    var page = Jsoup.parse(get(address).text());
    assertThat(page.select(".pinned .entry").eachAttr("id")).containsExactly("entry-" + summary);
    var numbers = stored.stream().map(e -> e.path("number").asLong()).toList();
    assertThat(page.select(".entries .entry").eachAttr("id"))
        .isEqualTo(
            numbers.stream()
                .filter(n -> n > ENTRIES_ON_A_PAGE && n != summary)
                .map(n -> "entry-" + n)
                .toList());
    var older = Jsoup.parse(get(address + "entries/1/").text());
    assertThat(older.select(".entries .entry").eachAttr("id"))
        .isEqualTo(
            numbers.stream().filter(n -> n <= ENTRIES_ON_A_PAGE).map(n -> "entry-" + n).toList());
    for (var entry : stored) {
      long number = entry.path("number").asLong();
      var on = number > ENTRIES_ON_A_PAGE || number == summary ? page : older;
      assertThat(on.select("#entry-" + number).text())
          .contains(Jsoup.parse(entry.path("bodyHtml").asText()).text());
    }
  }

  private void checkNews(List<JsonNode> stored) {
    var news = get(address + "live.json");
    assertThat(news.text()).hasSizeLessThanOrEqualTo(NEWS_BYTES);
    assertThat(news.json().path("latest").asInt()).isEqualTo(60);
    // Sixty came, six were edited, six taken away, and one lost its pin to another.
    assertThat(news.json().path("revision").asInt()).isEqualTo(73);
    assertThat(items(news.json().path("entries")).stream().map(e -> e.path("number")).toList())
        .isEqualTo(stored.stream().limit(20).map(e -> e.path("number")).toList());
  }

  private static List<JsonNode> items(JsonNode list) {
    return list.valueStream().toList();
  }
}
