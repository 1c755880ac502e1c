package news.nashra.articles.check;

import com.fasterxml.jackson.databind.JsonNode;
import news.nashra.core.http.Json;

/// What the newspaper answered.
record Answer(int status, String body) {
  /// Returns this answer; fails if it has another status.
  ///
  /// @param what was asked for
  Answer expect(int expected, String what) {
    if (status != expected) {
      throw StepFailed.unexpected(what, expected, this);
    }
    return this;
  }

  /// A field of the JSON in the body that every such answer has.
  String text(String field) {
    return json().path(field).asText();
  }

  JsonNode json() {
    try {
      return Json.read(body);
    } catch (IllegalArgumentException e) {
      throw StepFailed.unexpected("JSON", status, this);
    }
  }
}
