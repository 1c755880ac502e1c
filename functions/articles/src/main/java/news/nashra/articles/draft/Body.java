package news.nashra.articles.draft;

import java.util.List;

/// A cleaned body. Immutable.
///
/// @param html with allowed elements only, valid as flow content
/// @param text as a reader sees it
/// @param lead its first paragraph
/// @param cleaned what was dropped: `script`, `p[onclick]`
/// @param pictures ids of its pictures
/// @param foreign whether it had pictures from elsewhere, which are removed
/// @param undescribed whether a picture lacks its `alt`
record Body(
    String html,
    String text,
    String lead,
    List<String> cleaned,
    List<String> pictures,
    boolean foreign,
    boolean undescribed) {
  Body {
    cleaned = List.copyOf(cleaned);
    pictures = List.copyOf(pictures);
  }
}
