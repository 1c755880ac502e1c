package news.nashra.comments.pages;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import news.nashra.comments.proof.Question;
import org.jspecify.annotations.Nullable;

/// The comment form with what a reader wrote in it and what is wrong with that.
///
/// @param values by the name of their field
/// @param errors messages for readers, by the name of their field
/// @param question to be answered by a reader whose browser runs no script
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

  /// The same form with a question to be answered.
  public CommentFormView asking(Question asked) {
    return new CommentFormView(articleId, open, values, errors, Optional.of(asked));
  }

  /// The form before anything was written.
  public static CommentFormView empty(String articleId, boolean open) {
    return new CommentFormView(articleId, open, Map.of(), Map.of());
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /// The comment as its writer may keep it where it is not taken: the title, and what follows.
  public String copyableText() {
    return (value("title") + "\n\n" + value("body")).strip();
  }

  public @Nullable String error(String field) {
    return errors.get(field);
  }

  /// What is wrong with fields that the form does not have, by their name.
  public Map<String, String> otherErrors() {
    var others = new TreeMap<>(errors);
    others.keySet().removeAll(FIELDS);
    return others;
  }

  public @Nullable String ariaInvalid(String field) {
    return errors.containsKey(field) ? "true" : null;
  }

  /// The ids of what describes `field`: its fault, and how many characters are left.
  public @Nullable String describedBy(String field, boolean counted) {
    var left = counted ? "comment-" + field + "-left" : "";
    var error = errors.containsKey(field) ? "comment-" + field + "-error" : "";
    var both = (error + " " + left).strip();
    return both.isEmpty() ? null : both;
  }
}
