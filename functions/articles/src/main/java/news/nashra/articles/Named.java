package news.nashra.articles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.Together;
import news.nashra.core.aws.Table;
import news.nashra.core.http.FieldError;
import news.nashra.media.Picture;
import news.nashra.media.Pictures;

/// What the articles and pictures that a draft names turn out to be.
sealed interface Named {
  /// @param related keys of entries
  /// @param pictures by their ids
  record Found(List<String> related, Map<String, Picture> pictures) implements Named {}

  /// Some are not there.
  record Missing(List<FieldError> errors) implements Named {}

  /// Reads both side by side; no picture is asked for where none is named.
  static Named of(Table articles, Pictures pictures, ArticleDraft draft, Optional<Article> before) {
    return draft.pictures().isEmpty()
        ? of(Related.choose(articles, draft, before), draft, Map.of())
        : Together.both(
            () -> Related.choose(articles, draft, before),
            () -> pictures.ready(draft.pictures().keySet()),
            (related, ready) -> of(related, draft, ready));
  }

  private static Named of(Related related, ArticleDraft draft, Map<String, Picture> ready) {
    var errors = new ArrayList<FieldError>();
    draft.pictures().entrySet().stream()
        .filter(picture -> !ready.containsKey(picture.getKey()))
        .map(picture -> picture.getValue())
        .distinct()
        .sorted()
        .forEach(field -> errors.add(FieldError.of(field, "error.noSuchPicture")));
    return switch (related) {
      case Related.Missing missing -> {
        errors.add(missing.error());
        yield new Missing(errors);
      }
      case Related.Chosen chosen ->
          errors.isEmpty() ? new Found(chosen.keys(), ready) : new Missing(errors);
    };
  }
}
