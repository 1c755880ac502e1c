package news.nashra.articles.body;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Looks for one of many class names at once, in upper or lower case.
final class ClassNames {
  private ClassNames() {}

  /// Whether `element` has one of `names`, which are in lower case.
  static boolean include(Element element, Set<String> names) {
    if (!element.hasAttr("class")) {
      return false;
    }
    var classes = element.attr("class").toLowerCase(Locale.ROOT);
    int length = classes.length();
    for (int i = 0; i < length; ) {
      int start = i;
      while (i < length && " \t\n\r\f".indexOf(classes.charAt(i)) < 0) {
        i++;
      }
      if (i > start && names.contains(classes.substring(start, i))) {
        return true;
      }
      i++;
    }
    return false;
  }
}
