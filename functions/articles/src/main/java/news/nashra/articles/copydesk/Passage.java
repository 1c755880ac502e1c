package news.nashra.articles.copydesk;

import java.util.List;

/// A field that is checked.
///
/// @param field its path
record Passage(String field, CheckedText text, List<Words.Word> words) {
  Passage {
    words = List.copyOf(words);
  }

  static Passage of(String field, CheckedText text) {
    return new Passage(field, text, Words.of(text));
  }
}
