package news.nashra.articles.publish;

import java.util.List;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.press.FirstReading;
import news.nashra.core.FieldError;

/// The result of a request to change an article.
sealed interface PublicationResult {
  /// Committed, now or by an earlier try of the same request.
  ///
  /// @param first what the page of a new article shows beside it; absent if that is to be read
  record Done(Article article, Optional<FirstReading> first) implements PublicationResult {
    Done(Article article) {
      this(article, Optional.empty());
    }
  }

  /// There is no such article.
  record NoArticle() implements PublicationResult {}

  /// The editor saw a revision that is not the current one.
  record Stale() implements PublicationResult {}

  /// The article is withdrawn and can only be restored.
  record Withdrawn() implements PublicationResult {}

  /// The article is not withdrawn, so it cannot be restored.
  record NotWithdrawn() implements PublicationResult {}

  /// The article is no draft, or has been published once, so it cannot be deleted.
  record NoDraft() implements PublicationResult {}

  /// The article is gone with all its revisions.
  record Deleted() implements PublicationResult {}

  /// The article is published and cannot become a draft again.
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
