package news.nashra.articles.draft;

import java.util.List;

/// A cleaned body.
///
/// @param html of the elements that an article may hold, valid where flow content is
/// @param text what a reader sees of it
/// @param lead its first paragraph
/// @param cleaned what the safelist dropped: `script`, `p[onclick]`
/// @param pictures ids of the pictures that it shows
/// @param foreign whether it had pictures that were not uploaded here
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
