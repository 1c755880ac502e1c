package news.nashra.articles.copydesk;

import java.util.List;

/// A slip in a field of an article.
///
/// @param field its path: `headline`, `tags[2]`, `image.alt`
/// @param from where it begins in the text of the field as it was sent, in UTF-16 code units, as
///   JavaScript counts them
/// @param to where it ends: `text.slice(from, to)` is what to mark. In `bodyHtml`, tags within it
///   are marked as well.
/// @param message for the editor, in the newspaper's language
/// @param replacements what may stand there instead, the likeliest first; none if the desk knows
///   none. Text, not HTML.
public record Finding(String field, int from, int to, String message, List<String> replacements) {
  public Finding {
    replacements = List.copyOf(replacements);
  }
}
