package news.nashra.articles;

import java.util.List;
import news.nashra.core.http.FieldError;

/// What became of a request to create, revise or withdraw an article.
sealed interface Publication {
  /// It is committed, now or by an earlier try of the same request.
  record Done(Article article) implements Publication {}

  /// There is no such article.
  record NoArticle() implements Publication {}

  /// The editor saw another revision than the current one.
  record Stale() implements Publication {}

  /// A withdrawn article does not change any more.
  record Withdrawn() implements Publication {}

  /// A published article does not become a draft again.
  record AlreadyPublished() implements Publication {}

  /// A field names what is not there, a key what was used before, or the article has no room for
  /// what is added.
  record Invalid(List<FieldError> errors) implements Publication {
    public Invalid {
      errors = List.copyOf(errors);
    }
  }
}
