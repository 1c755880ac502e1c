package news.nashra.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import news.nashra.core.aws.Item;
import news.nashra.core.http.Json;

/// Checks what readers see of live coverage, without the code that composes pages: every entry is
/// on its page, in order and as it was written last, `live.json` names the newest, and no page has
/// another text.
final class LivePageChecks {
  private static final Pattern ANCHOR = Pattern.compile("id=\"entry-(\\d+)\"");
  private static final Pattern TOKEN = Pattern.compile("zq\\d\\d+entry");
  private static final int ON_A_PAGE = 25;
  private static final int IN_NEWS = 20;

  private final Truth truth;
  private final Map<String, AllObjects.Stored> pages;
  private final Set<String> shown = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  LivePageChecks(Truth truth, Map<String, AllObjects.Stored> pages) {
    this.truth = truth;
    this.pages = pages;
  }

  List<String> check() {
    truth
        .heads()
        .forEach((id, head) -> {
          if (head.text("status").equals("published")) {
            truth.coverage(id).ifPresent(coverage -> checkPages(id, head, coverage));
          }
        });
    pages.forEach((key, page) ->
        TOKEN
            .matcher(page.text())
            .results()
            .filter(token -> !shown.contains(token.group()))
            .forEach(token -> faults.add("entry that is over: " + token.group() + " at " + key)));
    return faults;
  }

  private void checkPages(String id, Item head, Item coverage) {
    var path = head.text("path");
    var there =
        truth.entries(id).reversed().stream().filter(e -> e.find("bodyHtml").isPresent()).toList();
    there.forEach(entry -> shown.add(token(entry)));
    long last = coverage.number("last");
    long older = Math.max(0, (last - 1) / ON_A_PAGE - 1);
    boolean pins = coverage.attributes().containsKey("pinned");
    long pinned = pins ? coverage.number("pinned") : 0;
    checkPage(
        path,
        Stream.concat(
                there.stream().filter(entry -> number(entry) == pinned),
                there.stream().filter(e -> number(e) > older * ON_A_PAGE && number(e) != pinned))
            .toList());
    for (int n = 1; n <= older; n++) {
      long first = (n - 1L) * ON_A_PAGE;
      checkPage(
          path + "entries/" + n + "/",
          there.stream().filter(e -> number(e) > first && number(e) <= first + ON_A_PAGE).toList());
    }
    checkNews(path, coverage, there);
  }

  /// A page has these entries in this order, and no others.
  private void checkPage(String path, List<Item> entries) {
    var page = text(AllObjects.key(path + "index.html"));
    var anchors =
        ANCHOR.matcher(page).results().map(found -> Long.valueOf(found.group(1))).toList();
    var expected = entries.stream().map(LivePageChecks::number).toList();
    if (!anchors.equals(expected)) {
      faults.add("entries " + anchors + " for " + expected + " on " + path);
    }
    for (var entry : entries) {
      if (!page.contains(token(entry))) {
        faults.add("not on its page: " + token(entry) + " on " + path);
      }
    }
  }

  private void checkNews(String path, Item coverage, List<Item> there) {
    var file = text(AllObjects.key(path + "live.json"));
    var news = Json.read(file.isEmpty() ? "{}" : file);
    var numbers =
        StreamSupport.stream(news.path("entries").spliterator(), false)
            .map(entry -> entry.path("number").asLong())
            .toList();
    var newest =
        there.stream()
            .map(LivePageChecks::number)
            .filter(number -> number > coverage.number("last") - 2 * ON_A_PAGE)
            .limit(IN_NEWS)
            .toList();
    if (news.path("latest").asLong() != coverage.number("last")
        || news.path("revision").asLong() != coverage.number("revision")
        || !news.path("updated").asText().equals(coverage.text("updatedAt"))
        || !numbers.equals(newest)) {
      faults.add("live.json is not what the entries say: " + file);
    }
  }

  private String text(String key) {
    var page = pages.get(key);
    return page == null ? "" : page.text();
  }

  private static long number(Item entry) {
    return entry.number("number");
  }

  private static String token(Item entry) {
    return TOKEN
        .matcher(entry.text("bodyHtml"))
        .results()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not written by an operation: " + entry))
        .group();
  }
}
