package news.nashra.homepage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import news.nashra.articles.Entry;
import news.nashra.articles.Standings;
import news.nashra.core.Together;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Page;
import news.nashra.core.press.Press;
import news.nashra.core.press.Pressed;
import news.nashra.site.Asset;
import news.nashra.site.Section;
import news.nashra.site.Site;

/// Presses the homepage, the front of each section, the lists of the latest news, and the pages
/// that belong to no article. Each front is one query of constant cost, however large the archive.
final class Fronts {
  /// Articles on a front.
  static final int ITEMS = 60;

  /// Articles in the list beside an article.
  static final int LATEST = 10;

  private final Table articles;
  private final Press press;
  private final Site site;
  private final FrontPage page;
  private final ShrinkGuard guard;

  Fronts(Table articles, Press press, Site site) {
    this.articles = articles;
    this.press = press;
    this.site = site;
    this.page = new FrontPage(site);
    this.guard = new ShrinkGuard(new Standings(articles));
  }

  /// Presses them all, side by side. The first failure is thrown when each had its turn.
  List<Pressed> pressAll() {
    var tasks = new ArrayList<Callable<Pressed>>();
    tasks.add(() -> front("index.html", "published", page::home, Standings.Place::withdrawn));
    for (var section : site.edition().sections()) {
      tasks.add(() -> section(section));
    }
    tasks.add(() -> list("fragments/latest.html", LATEST, page::fragment));
    tasks.add(() -> list("latest.json", ITEMS, page::json));
    tasks.add(() -> fixed("404.html", Page.Present.html(site.notFound())));
    tasks.add(() -> fixed("terms/index.html", Page.Present.html(site.terms())));
    for (Asset asset : site.assets()) {
      tasks.add(() -> fixed(asset.key(), asset.page()));
    }
    return Together.all(tasks);
  }

  private Pressed section(Section section) {
    return front(
        section.id() + "/index.html",
        "section#" + section.id(),
        entries -> page.section(section, entries),
        place -> place.withdrawn() || !place.section().equals(section.id()));
  }

  private Pressed front(
      String key,
      String list,
      Function<List<Entry>, Page.Present> compose,
      Predicate<Standings.Place> left) {
    return press.press(
        key,
        standing -> {
          var entries = newest(list, ITEMS);
          return guard.guard(compose.apply(entries), entries, standing, left);
        });
  }

  private Pressed list(String key, int items, Function<List<Entry>, Page.Present> compose) {
    return press.press(
        key,
        standing -> {
          var entries = newest("published", items);
          return guard.guard(compose.apply(entries), entries, standing, Standings.Place::withdrawn);
        });
  }

  private Pressed fixed(String key, Page.Present content) {
    return press.press(key, standing -> content);
  }

  private List<Entry> newest(String list, int items) {
    return articles.newest(Entry.partition(list), Optional.empty(), items).stream()
        .map(Entry::read)
        .toList();
  }
}
