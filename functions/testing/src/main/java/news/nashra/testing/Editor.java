package news.nashra.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// An editor, who calls the function that publishes articles.
///
/// @param function the handler of `POST /api/articles` and of the routes that change an article
public record Editor(RequestStreamHandler function) {
  /// `POST /api/articles`.
  public static HttpEvent creation(Map<String, Object> article) {
    return HttpEvent.of("POST /api/articles").as("editors").json(article);
  }

  /// `PUT /api/articles/{id}` by an editor who saw the revision `seen`.
  public static HttpEvent revision(String id, long seen, Map<String, Object> article) {
    return HttpEvent.of("PUT /api/articles/{id}")
        .as("editors")
        .path("id", id)
        .header("if-match", "\"" + seen + "\"")
        .json(article);
  }

  /// Creates an article and returns the receipt.
  public JsonNode create(Map<String, Object> article) {
    return creation(article).sendTo(function).expect(201).json();
  }

  /// Creates an article and returns its id.
  public String publish(Map<String, Object> article) {
    return create(article).path("id").asText();
  }

  public void revise(String id, long seen, Map<String, Object> article) {
    revision(id, seen, article).sendTo(function).expect(200);
  }

  public void withdraw(String id) {
    act(id, "withdraw");
  }

  /// Restores a withdrawn article as a draft.
  public void restore(String id) {
    act(id, "restore");
  }

  private void act(String id, String action) {
    HttpEvent.of("POST /api/articles/{id}/" + action)
        .as("editors")
        .path("id", id)
        .json(Map.of())
        .sendTo(function)
        .expect(200);
  }
}
