package news.nashra.homepage.fronts;

import java.util.List;
import java.util.Optional;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.core.press.Page;
import news.nashra.homepage.feeds.Feeds;
import news.nashra.site.Addresses;

/// The pages that show the newest of one list, each in a folder of its own at the root of the site.
/// To add one, add a constant with its list, its two phrases, its template (`named.jte` serves for
/// plain entries) and a feed, if it has one; and a link to it from another page.
public enum ListFront {
  CORRECTIONS(
      ListName.CORRECTIONS,
      "corrections.title",
      "corrections.description",
      "corrections.jte",
      Optional.of(Feeds::corrections));

  private final ListName list;
  private final String title;
  private final String description;
  private final String template;
  private final Optional<Feed> feed;

  /// Composes the feed that comes with the page.
  interface Feed {
    Page.Present compose(Feeds feeds, List<Entry> entries);
  }

  ListFront(ListName list, String title, String description, String template, Optional<Feed> feed) {
    this.list = list;
    this.title = title;
    this.description = description;
    this.template = template;
    this.feed = feed;
  }

  ListName list() {
    return list;
  }

  /// The key of the phrase that is its heading.
  String title() {
    return title;
  }

  /// The key of the phrase that describes it to search engines.
  String description() {
    return description;
  }

  String template() {
    return template;
  }

  Optional<Feed> feed() {
    return feed;
  }

  /// The key of its feed in the site bucket, whether it has one or not.
  String feedKey() {
    return path().substring(1) + "feed.xml";
  }

  /// Its address without the origin, `/corrections/`.
  String path() {
    return list.path().orElseThrow();
  }

  /// Its key in the site bucket.
  String key() {
    return Addresses.key(path());
  }
}
