package news.nashra.articles.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import news.nashra.articles.Article;
import news.nashra.articles.Entry;
import news.nashra.articles.References;
import news.nashra.core.FieldError;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Table;
import news.nashra.media.Picture;

/// The articles, pictures and authors that a draft names, looked up in the tables.
public sealed interface ResolvedReferences {
  /// All were found.
  ///
  /// @param related the entries of the related articles that were looked up, as of a
  ///   [RelatedArticles.Chosen]
  record Found(References references, List<Entry> related) implements ResolvedReferences {}

  /// Some were not found.
  record Missing(List<FieldError> errors) implements ResolvedReferences {}

  /// Looks up articles and pictures in parallel; pictures only if the draft names any.
  ///
  /// @param pictures returns the pictures of some ids that may be shown
  /// @param known slugs of authors who have a record
  static ResolvedReferences resolve(
      Table articles,
      Function<Set<String>, Map<String, Picture>> pictures,
      ArticleDraft draft,
      Optional<Article> before,
      Set<String> known) {
    return draft.pictures().isEmpty()
        ? resolve(RelatedArticles.choose(articles, draft, before), Map.of(), draft, known)
        : Parallel.both(
            () -> RelatedArticles.choose(articles, draft, before),
            () -> pictures.apply(draft.pictures().keySet()),
            (related, ready) -> resolve(related, ready, draft, known));
  }

  /// The same, when the related articles of a new article are looked up already.
  static ResolvedReferences resolve(
      RelatedArticles related,
      Function<Set<String>, Map<String, Picture>> pictures,
      ArticleDraft draft,
      Set<String> known) {
    return draft.pictures().isEmpty()
        ? resolve(related, Map.of(), draft, known)
        : resolve(related, pictures.apply(draft.pictures().keySet()), draft, known);
  }

  private static List<FieldError> missingAuthors(List<String> authors, Set<String> known) {
    return IntStream.range(0, authors.size())
        .filter(i -> !known.contains(authors.get(i)))
        .mapToObj(i -> FieldError.of("authors[" + i + "]", "error.noSuchAuthor"))
        .toList();
  }

  private static ResolvedReferences resolve(
      RelatedArticles related, Map<String, Picture> ready, ArticleDraft draft, Set<String> known) {
    var errors = new ArrayList<>(missingAuthors(draft.content().credits().authors(), known));
    draft.pictures().entrySet().stream()
        .filter(picture -> !ready.containsKey(picture.getKey()))
        .map(picture -> picture.getValue())
        .distinct()
        .sorted()
        .forEach(field -> errors.add(FieldError.of(field, "error.noSuchPicture")));
    return switch (related) {
      case RelatedArticles.Missing missing -> {
        errors.add(missing.error());
        yield new Missing(errors);
      }
      case RelatedArticles.Chosen chosen ->
          errors.isEmpty()
              ? new Found(new References(ready, chosen.keys()), chosen.entries())
              : new Missing(errors);
    };
  }
}
