package news.nashra.articles;

import java.util.List;

/// A cleaned body.
///
/// @param html of the elements that an article may hold, valid where flow content is
/// @param text what a reader sees of it
/// @param lead its first paragraph
/// @param cleaned what the safelist dropped: `script`, `p[onclick]`
/// @param pictures whether it had pictures
record Body(String html, String text, String lead, List<String> cleaned, boolean pictures) {
  Body {
    cleaned = List.copyOf(cleaned);
  }
}
