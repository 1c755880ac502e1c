package news.nashra.site;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a page says about itself outside its body: in its `head` element, in the navigation and to
/// other programs. Immutable; begin with [#of] and add what the page has.
///
/// @param lastUpdate the newest change in what the page shows
/// @param indexed whether search engines may list the page
/// @param image shown beside links to the page on other sites
public record Head(
    String title,
    String description,
    Place place,
    Optional<LastUpdate> lastUpdate,
    boolean indexed,
    Optional<NewsArticle> article,
    Optional<Image> image) {

  /// @param clock by which it is shown, if not by that of the edition
  public record LastUpdate(Instant at, Optional<ZoneId> clock) {}

  /// Where a page is in the site.
  ///
  /// @param path its address without the origin
  /// @param section the id of the section that it belongs to
  /// @param crumbs the breadcrumbs from the homepage to the page, if it has any
  /// @param alternates the page in each of its languages, itself included; none if it has only one
  public record Place(
      String path, Optional<String> section, List<Crumb> crumbs, List<Alternate> alternates) {
    public Place {
      crumbs = List.copyOf(crumbs);
      alternates = List.copyOf(alternates);
    }
  }

  /// What an article's page tells other programs about the article.
  ///
  /// @param images its picture in the ratios that search engines ask for
  /// @param comments how many comments are shown
  public record NewsArticle(
      Instant publishedAt,
      Instant updatedAt,
      Optional<Author> author,
      List<String> tags,
      List<Correction> corrections,
      List<Image> images,
      int comments) {
    public NewsArticle {
      tags = List.copyOf(tags);
      corrections = List.copyOf(corrections);
      images = List.copyOf(images);
    }
  }

  /// @param name the byline
  /// @param path the page of the author's articles, if there is one
  public record Author(String name, Optional<String> path) {}

  public record Correction(Instant at, String text) {}

  /// A picture on this site.
  ///
  /// @param path without the origin
  /// @param alt empty for decoration
  public record Image(String path, int width, int height, String alt) {}

  /// A breadcrumb.
  ///
  /// @param path empty if the breadcrumb is no link
  public record Crumb(String name, Optional<String> path) {}

  /// The page in one of its languages.
  ///
  /// @param url absolute, or a path on this site
  public record Alternate(String language, String url) {}

  /// A page without section, breadcrumbs, article and image, which search engines may list.
  public static Head of(
      String title, String description, String path, Optional<Instant> lastUpdate) {
    var place = new Place(path, Optional.empty(), List.of(), List.of());
    return new Head(
        title,
        description,
        place,
        lastUpdate.map(at -> new LastUpdate(at, Optional.empty())),
        true,
        Optional.empty(),
        Optional.empty());
  }

  public String path() {
    return place.path();
  }

  public Optional<String> section() {
    return place.section();
  }

  public List<Crumb> crumbs() {
    return place.crumbs();
  }

  public List<Alternate> alternates() {
    return place.alternates();
  }

  /// The value of `aria-current` for the link to `section`: `page` on its front page, `true` on a
  /// page in the section.
  public @Nullable String ariaCurrent(Section section) {
    if (path().equals(section.path())) {
      return "page";
    }
    return section().filter(section.id()::equals).isPresent() ? "true" : null;
  }

  public Head inSection(String id) {
    return at(new Place(path(), Optional.of(id), crumbs(), alternates()));
  }

  public Head withCrumbs(List<Crumb> crumbs) {
    return at(new Place(path(), section(), crumbs, alternates()));
  }

  public Head withAlternates(List<Alternate> alternates) {
    return at(new Place(path(), section(), crumbs(), alternates));
  }

  public Head withArticle(NewsArticle article) {
    return new Head(title, description, place, lastUpdate, indexed, Optional.of(article), image);
  }

  public Head withImage(Optional<Image> image) {
    return new Head(title, description, place, lastUpdate, indexed, article, image);
  }

  /// The same page, which shows times by another clock.
  public Head withClock(ZoneId clock) {
    var update = lastUpdate.map(last -> new LastUpdate(last.at(), Optional.of(clock)));
    return new Head(title, description, place, update, indexed, article, image);
  }

  public Head unindexed() {
    return new Head(title, description, place, lastUpdate, false, article, image);
  }

  private Head at(Place place) {
    return new Head(title, description, place, lastUpdate, indexed, article, image);
  }
}
