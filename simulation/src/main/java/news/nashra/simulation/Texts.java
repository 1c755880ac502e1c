package news.nashra.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.nashra.core.aws.Table;
import news.nashra.simulation.Operation.Kind;
import org.jspecify.annotations.NullUnmarked;

/// The bodies of requests.
@NullUnmarked
final class Texts {
  private Texts() {}

  /// @param current the article that is revised; an empty object for a new one
  /// @param authors slugs of authors who have a record
  static Map<String, Object> article(Operation operation, JsonNode current, List<String> authors) {
    var article = new HashMap<String, Object>();
    var status = current.path("status").asText();
    boolean isNew = status.isEmpty();
    boolean draft = operation.detail().equals(isNew ? "draft" : "keep") && !isPublic(status);
    article.put("status", draft ? "draft" : "published");
    article.put("headline", operation.headline());
    article.put("bodyHtml", "<p>" + operation.body() + "</p>");
    var own =
        isNew || operation.detail().equals("section")
            ? operation.section()
            : current.path("section").asText();
    article.put("section", own);
    article.put("alsoIn", alsoIn(operation, own));
    boolean live = operation.isLive() || current.path("kind").asText().equals("live");
    var kind = operation.number() % 4 == 0 ? "opinion" : "news";
    article.put("kind", live ? "live" : kind);
    article.put("authors", authors);
    article.put("tags", List.of("وسم " + operation.number() % 3));
    article.put("byline", "كاتبة " + operation.number() % 2);
    if (operation.detail().equals("move")) {
      article.put("slug", operation.text("slug"));
    }
    if (operation.kind() == Kind.CORRECT) {
      article.put("correction", "تصحيح " + operation.text("correction"));
    }
    return article;
  }

  /// Every second article is in one more section, every fourth in two.
  private static List<String> alsoIn(Operation operation, String own) {
    var others = Operation.SECTIONS.stream().filter(id -> !id.equals(own)).toList();
    return operation.number() % 2 == 0
        ? List.of()
        : others.subList(0, 1 + operation.number() / 2 % 2);
  }

  private static boolean isPublic(String status) {
    return status.equals("published");
  }

  static Map<String, Object> comment(Operation operation, String solution) {
    return Map.of(
        "name",
        "قارئة",
        "email",
        operation.email(),
        "title",
        "رأي",
        "body",
        "تعليق " + operation.text("comment"),
        "termsAccepted",
        true,
        "altcha",
        solution);
  }

  /// @param article to which it links; empty for none
  static Map<String, Object> breaking(Operation operation, String article) {
    var minutes = Duration.ofMinutes(Long.parseLong(operation.detail()));
    var news = new HashMap<String, Object>();
    news.put("text", "عاجل " + operation.text("strip"));
    news.put("until", SimulatedClock.START.plus(minutes).toString());
    if (!article.isEmpty()) {
      news.put("articleId", article);
    }
    return news;
  }

  static Map<String, Object> picture(Operation operation) {
    return Map.of(
        "filename",
        operation.text("picture") + ".png",
        "contentType",
        "image/png",
        "bytes",
        Uploads.PICTURE.length);
  }

  /// The email address of the comment whose sender is to be erased.
  static String emailOf(Operation erasure, Ledger ledger) {
    return ledger.entries().stream()
        .map(Ledger.Entry::operation)
        .filter(o -> o.number() == erasure.target())
        .findFirst()
        .orElseThrow()
        .email();
  }

  /// A table for code that needs none.
  static Table none() {
    return new Table(null, "none");
  }
}
