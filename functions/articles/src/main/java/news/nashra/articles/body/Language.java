package news.nashra.articles.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/// The direction and the language that hold in a place. Empty strings where none is given.
///
/// @param dir nearest `dir` around it
/// @param lang nearest `lang` around it
/// @param waitingDir the `dir` of an element that is not written, such as a `div`
/// @param waitingLang its `lang`
record Language(String dir, String lang, String waitingDir, String waitingLang) {
  static final Language NONE = new Language("", "", "", "");

  /// Within an element that is not written.
  Language wrapped(String newDir, String newLang) {
    return new Language(
        newDir.isEmpty() ? dir : newDir,
        newLang.isEmpty() ? lang : newLang,
        newDir.isEmpty() ? waitingDir : newDir,
        newLang.isEmpty() ? waitingLang : newLang);
  }

  /// Within an element that is written with [#attributes].
  Language written(String newDir, String newLang) {
    return new Language(
        newDir.isEmpty() ? dir : newDir,
        newLang.isEmpty() ? lang : newLang,
        newDir.isEmpty() ? waitingDir : "",
        "");
  }

  /// Sets on `target`, which is written, its own `dir` and `lang`, or the `lang` that waits.
  void write(Element target, String ownDir, String ownLang) {
    if (!ownDir.isEmpty()) {
      target.attr("dir", ownDir);
    }
    var language = ownLang.isEmpty() ? waitingLang : ownLang;
    if (!language.isEmpty()) {
      target.attr("lang", language);
    }
  }

  /// What a phrase with `newDir` and `newLang` changes here.
  List<Map.Entry<String, String>> difference(String newDir, String newLang) {
    var difference = new ArrayList<Map.Entry<String, String>>();
    if (!newDir.isEmpty() && !newDir.equals(dir)) {
      difference.add(Map.entry("dir", newDir));
    }
    if (!newLang.isEmpty() && !newLang.equals(lang)) {
      difference.add(Map.entry("lang", newLang));
    }
    return difference;
  }
}
