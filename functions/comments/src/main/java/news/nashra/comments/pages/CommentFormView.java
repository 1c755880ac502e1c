package news.nashra.comments.pages;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import news.nashra.comments.proof.Question;
import org.jspecify.annotations.Nullable;

/// The comment form with what a reader wrote and what is wrong with it.
///
/// @param values by field name
/// @param errors messages for readers, by field name
/// @param question for a reader whose browser runs no script
public record CommentFormView(
    String articleId,
    boolean open,
    Map<String, String> values,
    Map<String, String> errors,
    Optional<Question> question) {
  private static final Set<String> FIELDS =
      Set.of("name", "email", "title", "body", "termsAccepted", "altcha", "answer");

  public CommentFormView {
    values = Map.copyOf(values);
    errors = Map.copyOf(errors);
  }

  public CommentFormView(
      String articleId, boolean open, Map<String, String> values, Map<String, String> errors) {
    this(articleId, open, values, errors, Optional.empty());
  }

  /// The same form with a question.
  public CommentFormView asking(Question asked) {
    return new CommentFormView(articleId, open, values, errors, Optional.of(asked));
  }

  /// The empty form.
  public static CommentFormView empty(String articleId, boolean open) {
    return new CommentFormView(articleId, open, Map.of(), Map.of());
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /// The title and text of a comment that is not accepted, for its writer to copy.
  public String copyableText() {
    return value("title").isBlank() ? value("body") : value("title") + "\n\n" + value("body");
  }

  public @Nullable String error(String field) {
    return errors.get(field);
  }

  /// Errors in fields that the form does not have, by field name.
  public Map<String, String> otherErrors() {
    var others = new TreeMap<>(errors);
    others.keySet().removeAll(FIELDS);
    return others;
  }

  /// The attribute `aria-invalid` of `field`.
  public @Nullable String ariaInvalid(String field) {
    return errors.containsKey(field) ? "true" : null;
  }

  /// The attribute `aria-describedby` of `field`: the ids of its error and of its character count.
  public @Nullable String describedBy(String field, boolean counted) {
    var left = counted ? "comment-" + field + "-left" : "";
    var error = errors.containsKey(field) ? "comment-" + field + "-error" : "";
    var both = (error + " " + left).strip();
    return both.isEmpty() ? null : both;
  }
}
