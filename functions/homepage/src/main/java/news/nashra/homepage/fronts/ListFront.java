package news.nashra.homepage.fronts;

import java.util.List;
import java.util.Map;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.core.press.Page;
import news.nashra.homepage.feeds.Feeds;
import news.nashra.site.Addresses;

/// The pages that show the newest of one list, each in a folder of its own at the root of the site.
/// To add one, add a constant with its list, its two phrases and its template (`named.jte` serves
/// for plain entries), and a link to it from another page.
public enum ListFront {
  CORRECTIONS(
      ListName.CORRECTIONS, "corrections.title", "corrections.description", "corrections.jte") {
    @Override
    Map<String, Page.Present> feeds(Feeds feeds, List<Entry> entries) {
      return Map.of("corrections/feed.xml", feeds.corrections(entries));
    }
  };

  private final ListName list;
  private final String title;
  private final String description;
  private final String template;

  ListFront(ListName list, String title, String description, String template) {
    this.list = list;
    this.title = title;
    this.description = description;
    this.template = template;
  }

  /// The feeds that come with the page, by their keys.
  Map<String, Page.Present> feeds(Feeds feeds, List<Entry> entries) {
    return Map.of();
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

  /// Its address without the origin, `/corrections/`.
  String path() {
    return list.path().orElseThrow();
  }

  /// Its key in the site bucket.
  String key() {
    return Addresses.key(path());
  }
}
