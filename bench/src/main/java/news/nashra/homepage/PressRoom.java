package news.nashra.homepage;

import java.time.Instant;
import java.time.InstantSource;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.core.press.Pressed;
import news.nashra.site.Site;

/// Rebuilds the pages of lists at a time of the measurement's choosing.
public final class PressRoom {
  private final Rebuild rebuild;

  public PressRoom(Site site, Table articles, Press press, InstantSource clock) {
    this.rebuild = new Rebuild(articles, press, site, clock);
  }

  /// How many pages were written. Throws when one failed.
  public long rebuild() {
    var rebuilt = rebuild.run();
    if (!rebuilt.failures().isEmpty() || !rebuilt.waiting().isEmpty()) {
      throw new IllegalStateException(rebuilt.failures() + " " + rebuilt.waiting());
    }
    return rebuilt.count(Pressed.Written.class);
  }

  /// Says that the pages have followed all changes until `instant`.
  public static void followed(Table articles, Instant instant) {
    articles.put(Item.at(Progress.PARTITION, "PROGRESS").with("until", instant));
  }
}
