package news.nashra.articles;

import java.util.ArrayList;
import java.util.List;

/// The sections that list an article.
///
/// @param own the id of the section that it belongs to: that of its breadcrumb
/// @param alsoIn ids of the other sections that list it
public record Sections(String own, List<String> alsoIn) {
  public Sections {
    alsoIn = List.copyOf(alsoIn);
  }

  public static Sections of(String own) {
    return new Sections(own, List.of());
  }

  public boolean contain(String id) {
    return own.equals(id) || alsoIn.contains(id);
  }

  /// All of them, its own first.
  public List<String> all() {
    var all = new ArrayList<>(List.of(own));
    all.addAll(alsoIn);
    return all;
  }
}
