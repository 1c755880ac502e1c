package news.nashra.articles.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.nashra.testing.Editor;
import news.nashra.testing.HttpEvent;
import org.jspecify.annotations.NullMarked;

/// What editors send.
@NullMarked
public final class Editors {
  private Editors() {}

  /// `POST /api/articles` with a published article.
  ///
  /// @param key its `Idempotency-Key`; empty for none
  public static HttpEvent create(String headline, String key) {
    return create(headline, key, List.of());
  }

  /// The same, with authors who have a record.
  static HttpEvent create(String headline, String key, List<String> authors) {
    var article = new HashMap<>(article(headline));
    article.put("authors", authors);
    var event = Editor.creation(article);
    return key.isEmpty() ? event : event.header("idempotency-key", key);
  }

  /// `PUT /api/articles/{id}` by an editor who saw the revision `seen`.
  static HttpEvent revise(String id, long seen, String headline) {
    return Editor.revision(id, seen, article(headline));
  }

  private static Map<String, Object> article(String headline) {
    return Map.of(
        "headline", headline,
        "section", "society",
        "bodyHtml", "<p>نص</p>",
        "status", "published");
  }
}
