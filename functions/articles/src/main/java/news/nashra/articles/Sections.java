package news.nashra.articles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The sections that list an article.
///
/// @param own the id of the section that it belongs to: that of its breadcrumb; empty for a draft
///   that has none yet
/// @param alsoIn ids of the other sections that list it
public record Sections(String own, List<String> alsoIn) {
  public Sections {
    alsoIn = List.copyOf(alsoIn);
  }

  public static Sections of(String own) {
    return new Sections(own, List.of());
  }

  public Optional<String> ownIfAny() {
    return Optional.of(own).filter(id -> !id.isEmpty());
  }

  public boolean contain(String id) {
    return own.equals(id) || alsoIn.contains(id);
  }

  /// All of them, its own first.
  public List<String> all() {
    var all = new ArrayList<String>();
    ownIfAny().ifPresent(all::add);
    all.addAll(alsoIn);
    return all;
  }
}
