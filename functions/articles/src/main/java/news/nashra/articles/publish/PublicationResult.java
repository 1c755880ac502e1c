package news.nashra.articles.publish;

import java.util.List;
import news.nashra.articles.Article;
import news.nashra.core.FieldError;

/// What became of a request to create, revise or withdraw an article.
sealed interface PublicationResult {
  /// It is committed, now or by an earlier try of the same request.
  record Done(Article article) implements PublicationResult {}

  /// There is no such article.
  record NoArticle() implements PublicationResult {}

  /// The editor saw another revision than the current one.
  record Stale() implements PublicationResult {}

  /// A withdrawn article does not change any more.
  record Withdrawn() implements PublicationResult {}

  /// A published article does not become a draft again.
  record AlreadyPublished() implements PublicationResult {}

  /// The key of the request was used before, for a request with another body.
  record KeyReused() implements PublicationResult {}

  /// A field names something that does not exist, or the article has no room for what is added.
  record Invalid(List<FieldError> errors) implements PublicationResult {
    public Invalid {
      errors = List.copyOf(errors);
    }
  }
}
