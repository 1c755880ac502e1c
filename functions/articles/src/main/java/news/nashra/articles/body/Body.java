package news.nashra.articles.body;

import java.util.List;
import java.util.Optional;

/// A cleaned body. Immutable.
///
/// @param html with allowed elements only, valid as flow content
/// @param text as a reader sees it
/// @param lead its first paragraph
/// @param cleaned what was lost: `script`, `p[onclick]`
/// @param pictures ids of its pictures
/// @param fault why it cannot be published
public record Body(
    String html,
    String text,
    String lead,
    List<String> cleaned,
    List<String> pictures,
    Optional<Fault> fault) {
  /// What makes a body unfit, other than what it lacks.
  public enum Fault {
    /// It has pictures from elsewhere, which are removed.
    FOREIGN_PICTURE,
    /// A picture lacks its `alt`.
    UNDESCRIBED_PICTURE,
    /// It is longer than [news.nashra.articles.ArticleLimits#BODY_KIB].
    TOO_LARGE,
    /// It has more elements, or is nested deeper, than is cleaned.
    TOO_COMPLEX
  }

  public Body {
    cleaned = List.copyOf(cleaned);
    pictures = List.copyOf(pictures);
  }
}
