package news.nashra.homepage.state;

import java.time.Instant;
import java.util.Set;
import news.nashra.articles.Entry;

/// The articles that the archives already show: those whose last revision was before `since` and do
/// not wait. Immutable.
///
/// @param waiting ids of the articles that wait
public record Followed(Instant since, Set<String> waiting) {
  public Followed {
    waiting = Set.copyOf(waiting);
  }

  public boolean shows(Entry entry) {
    return entry.revisedAt().isBefore(since) && !waiting.contains(entry.id());
  }
}
