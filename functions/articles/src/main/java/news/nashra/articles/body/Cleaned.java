package news.nashra.articles.body;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.nashra.core.Text;

/// The names of what a body loses, for the receipt: of elements (`script`), of attributes
/// (`p[onclick]`), and of elements that are dropped for an attribute (`span[line-through]`). Each
/// is named once.
final class Cleaned {
  private static final int MAX_NAMES = 100;
  private static final int MAX_NAME_LENGTH = 40;

  private final Set<String> elements = new LinkedHashSet<>();
  private final Set<String> attributes = new LinkedHashSet<>();

  void element(String name) {
    add(elements, shorten(name));
  }

  void attribute(String element, String attribute) {
    add(attributes, shorten(element) + "[" + shorten(attribute) + "]");
  }

  /// The elements first, at most 100 names.
  List<String> names() {
    var names = new ArrayList<>(elements);
    names.addAll(attributes);
    return List.copyOf(names);
  }

  private void add(Set<String> names, String name) {
    if (elements.size() + attributes.size() < MAX_NAMES) {
      names.add(name);
    }
  }

  private static String shorten(String name) {
    return name.length() < MAX_NAME_LENGTH && name.chars().allMatch(c -> c > ' ' && c < 0x7F)
        ? name
        : Text.quote(name, MAX_NAME_LENGTH);
  }
}
