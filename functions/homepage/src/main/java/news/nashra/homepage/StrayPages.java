package news.nashra.homepage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.aws.Table;
import news.nashra.core.press.PageGroup;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.core.press.PressRun;
import news.nashra.core.press.StoredPage;
import news.nashra.homepage.archives.ArchiveKeys;
import news.nashra.homepage.state.ListReads;
import news.nashra.site.Addresses;
import news.nashra.site.Site;

/// Finds pages in the site bucket that no article explains: those in the folder of an article that
/// the table does not know, archives of which nothing is left, and whatever else is no page of a
/// newspaper. What an article that is known has in its folder is compared with the article.
/// Thread-safe.
final class StrayPages {
  private static final Pattern ARTICLE = Pattern.compile("(\\d{4,}/\\d{2}/\\d{2}/)([^/]+)/.+");

  /// Folders of files that are no pages. Pages in readers' caches may still name an earlier version
  /// of a file in `assets/`.
  private static final List<String> NO_PAGES = List.of("media/", "assets/", "desk/");

  private final Table articles;
  private final Press comparing;
  private final ArchiveKeys archives;
  private final Set<String> fronts;

  /// @param fronts keys of the pages that exist whatever was published
  StrayPages(Site site, Table articles, Press comparing, Set<String> fronts) {
    this.articles = articles;
    this.comparing = comparing;
    this.archives = new ArchiveKeys(site);
    this.fronts = Set.copyOf(fronts);
  }

  /// Those of `keys` that should not exist.
  List<PageResult.Differs> among(List<String> keys) {
    var ofArticles = new HashMap<String, List<String>>();
    var ofArchives = new LinkedHashMap<String, PageGroup<ListReads>>();
    var strays = new ArrayList<String>();
    for (var key : keys) {
      var article = ARTICLE.matcher(key);
      var archive = archives.group(key);
      if (fronts.contains(key) || NO_PAGES.stream().anyMatch(key::startsWith)) {
        continue;
      }
      if (archive.isPresent()) {
        ofArchives.put(archive.get().name(), archive.get());
      } else if (article.matches()) {
        var path = "/" + article.group(1) + Addresses.encode(article.group(2)) + "/";
        ofArticles.computeIfAbsent(path, p -> new ArrayList<>()).add(key);
      } else {
        strays.add(key);
      }
    }
    ofArticles.keySet().removeAll(known(ofArticles.keySet()));
    ofArticles.values().forEach(strays::addAll);
    var found = new ArrayList<PageResult.Differs>();
    strays.forEach(key -> superfluous(key).ifPresent(found::add));
    found.addAll(empty(List.copyOf(ofArchives.values())));
    return found;
  }

  /// Those of `paths` that belong to an article.
  private Set<String> known(Set<String> paths) {
    var claims = articles.get(paths.stream().map(p -> ArticleItems.address(p, "").key()).toList());
    var heads =
        claims.stream()
            .map(claim -> ArticleItems.headKey(claim.text("article")))
            .distinct()
            .toList();
    var ids = new HashSet<String>();
    articles.get(heads).forEach(head -> ids.add(ArticleItems.id(head.pk())));
    return claims.stream()
        .filter(claim -> ids.contains(claim.text("article")))
        .map(ArticleItems::claimedPath)
        .collect(Collectors.toSet());
  }

  private Optional<PageResult.Differs> superfluous(String key) {
    return comparing
        .look(key)
        .map(StoredPage::etag)
        .map(etag ->
            new PageResult.Differs(key, PageResult.Difference.SUPERFLUOUS, Optional.of(etag)));
  }

  /// The archives that are there although nothing is in them.
  private List<PageResult.Differs> empty(List<PageGroup<ListReads>> groups) {
    var compared =
        SitePress.inPortions(
                groups,
                some ->
                    new PressRun<>(comparing, () -> new ListReads(articles, Set.of())).press(some))
            .stream()
            .flatMap(result -> result.orThrow().stream())
            .toList();
    return SiteAudit.differing(compared).stream()
        .filter(page -> page.difference() == PageResult.Difference.SUPERFLUOUS)
        .toList();
  }
}
