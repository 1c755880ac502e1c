package news.nashra.core.http;

import java.util.LinkedHashMap;
import java.util.Map;
import news.nashra.core.FieldError;
import news.nashra.core.Phrases;

/// Writes a [Problem] as `application/problem+json` in the edition's language. The only writer of
/// problem details.
public final class Problems {
  private final Phrases phrases;

  public Problems(Phrases phrases) {
    this.phrases = phrases;
  }

  public Response write(Problem problem) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "about:blank");
    body.put("title", title(problem));
    body.put("status", problem.status());
    body.put("detail", detail(problem));
    if (!problem.errors().isEmpty()) {
      body.put("errors", problem.errors().stream().map(this::error).toList());
    }
    return headers(
        problem,
        Response.json(problem.status(), body)
            .with("content-type", "application/problem+json; charset=utf-8"));
  }

  private Map<String, Object> error(FieldError error) {
    var json = new LinkedHashMap<String, Object>();
    json.put("field", error.field());
    json.put("message", message(error));
    return json;
  }

  /// Adds the headers of `problem` to `response`.
  public Response headers(Problem problem, Response response) {
    return problem.retryAfter() == 0
        ? response
        : response.with("retry-after", Long.toString(problem.retryAfter()));
  }

  public String title(Problem problem) {
    return phrases.get("problem." + problem.status() + ".title");
  }

  public String detail(Problem problem) {
    return phrases.get(problem.detail(), problem.args().toArray());
  }

  public String message(FieldError error) {
    return phrases.get(error.phrase(), error.args().toArray());
  }
}
