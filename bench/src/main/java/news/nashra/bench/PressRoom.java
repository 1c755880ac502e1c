package news.nashra.bench;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import news.nashra.core.aws.Table;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.homepage.Rebuild;
import news.nashra.homepage.state.Progress;
import news.nashra.site.Site;

/// Rebuilds the pages of lists at times that the measurement chooses.
public final class PressRoom {
  private final Rebuild rebuild;

  public PressRoom(Site site, Table articles, Press press, InstantSource clock) {
    this.rebuild = new Rebuild(articles, press, site, clock);
  }

  /// Follows what changed, as every minute. Throws if a page fails.
  ///
  /// @return the number of pages written
  public long rebuild() {
    return rebuild(Rebuild.Extent.CHANGED);
  }

  /// Checks all fronts too, and counts the months, as at the end of a press of the whole site.
  public long rebuildFully() {
    return rebuild(Rebuild.Extent.FULL);
  }

  private long rebuild(Rebuild.Extent extent) {
    var rebuilt = rebuild.run(extent);
    if (!rebuilt.failures().isEmpty() || !rebuilt.waiting().isEmpty()) {
      throw new IllegalStateException(rebuilt.failures() + " " + rebuilt.waiting());
    }
    return rebuilt.count(PageResult.Written.class);
  }

  /// Records that the pages have followed all changes until `instant`.
  public static void followed(Table articles, Instant instant) {
    Progress.store(articles, instant, Optional.of(instant), Optional.of(instant));
  }
}
