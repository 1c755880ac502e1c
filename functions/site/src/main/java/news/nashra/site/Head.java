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
    Location location,
    Optional<LastUpdate> lastUpdate,
    boolean indexed,
    Optional<NewsArticle> article,
    Optional<Person> person,
    Optional<Image> image) {

  /// @param clock by which it is shown, if not by that of the edition
  public record LastUpdate(Instant at, Optional<ZoneId> clock) {}

  /// Where a page is in the site.
  ///
  /// @param path its address without the origin
  /// @param section the id of the section that it belongs to
  /// @param crumbs the breadcrumbs from the homepage to the page, if it has any
  /// @param alternates the page in each of its languages, itself included; none if it has only one
  public record Location(
      String path, Optional<String> section, List<Crumb> crumbs, List<Alternate> alternates) {
    public Location {
      crumbs = List.copyOf(crumbs);
      alternates = List.copyOf(alternates);
    }
  }

  /// What an article's page tells other programs about the article.
  ///
  /// @param type in [schema.org](https://schema.org/NewsArticle), `NewsArticle` or a subtype
  /// @param images its picture in the ratios that search engines ask for
  /// @param live what live coverage that has entries tells of itself
  public record NewsArticle(
      String type,
      Instant publishedAt,
      Instant updatedAt,
      List<Author> authors,
      List<String> tags,
      List<Correction> corrections,
      List<Image> images,
      Discussion discussion,
      Optional<LiveCoverage> live) {
    public NewsArticle {
      authors = List.copyOf(authors);
      tags = List.copyOf(tags);
      corrections = List.copyOf(corrections);
      images = List.copyOf(images);
    }
  }

  /// What readers say on the page.
  ///
  /// @param count how many comments are shown, here and on other pages
  /// @param replied the comments on the page that have a reply
  public record Discussion(int count, List<RepliedComment> replied) {
    public Discussion {
      replied = List.copyOf(replied);
    }
  }

  /// A comment and the newspaper's reply to it.
  public record RepliedComment(Said comment, String author, String title, Said reply) {}

  /// A text in a discussion.
  ///
  /// @param anchor the id of its HTML element
  /// @param editedAt when it last changed
  public record Said(String anchor, String text, Instant at, Optional<Instant> editedAt) {}

  /// Live coverage.
  ///
  /// @param endedAt absent while it goes on
  /// @param updates those on the page, newest first
  public record LiveCoverage(
      Instant startedAt, Optional<Instant> endedAt, List<LiveUpdate> updates) {
    public LiveCoverage {
      updates = List.copyOf(updates);
    }
  }

  /// An entry of live coverage.
  ///
  /// @param anchor the id of its element on the page
  /// @param updatedAt the last change of its text, if there was one
  /// @param headline how its text begins
  public record LiveUpdate(
      String anchor, Instant at, Optional<Instant> updatedAt, String headline, String text) {}

  /// A person.
  ///
  /// @param path the page of the author's articles, if there is one
  public record Author(String name, Optional<String> path) {}

  /// Whom a page is about.
  ///
  /// @param role what they are at the newspaper, or in life
  /// @param links absolute addresses of their other pages
  public record Person(
      String name,
      Optional<String> role,
      Optional<String> bio,
      Optional<Image> image,
      List<String> links) {
    public Person {
      links = List.copyOf(links);
    }
  }

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

  /// A page without section, breadcrumbs, article, person and image, which search engines may list.
  public static Head of(
      String title, String description, String path, Optional<Instant> lastUpdate) {
    var location = new Location(path, Optional.empty(), List.of(), List.of());
    return new Head(
        title,
        description,
        location,
        lastUpdate.map(at -> new LastUpdate(at, Optional.empty())),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public String path() {
    return location.path();
  }

  public Optional<String> section() {
    return location.section();
  }

  public List<Crumb> crumbs() {
    return location.crumbs();
  }

  public List<Alternate> alternates() {
    return location.alternates();
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
    return at(new Location(path(), Optional.of(id), crumbs(), alternates()));
  }

  public Head withCrumbs(List<Crumb> crumbs) {
    return at(new Location(path(), section(), crumbs, alternates()));
  }

  public Head withAlternates(List<Alternate> alternates) {
    return at(new Location(path(), section(), crumbs(), alternates));
  }

  public Head withArticle(NewsArticle article) {
    return new Head(
        title, description, location, lastUpdate, indexed, Optional.of(article), person, image);
  }

  public Head about(Person person) {
    return new Head(
        title, description, location, lastUpdate, indexed, article, Optional.of(person), image);
  }

  public Head withImage(Optional<Image> image) {
    return new Head(title, description, location, lastUpdate, indexed, article, person, image);
  }

  /// The same page, which shows times by another clock.
  public Head withClock(ZoneId clock) {
    var update = lastUpdate.map(last -> new LastUpdate(last.at(), Optional.of(clock)));
    return new Head(title, description, location, update, indexed, article, person, image);
  }

  public Head unindexed() {
    return new Head(title, description, location, lastUpdate, false, article, person, image);
  }

  private Head at(Location location) {
    return new Head(title, description, location, lastUpdate, indexed, article, person, image);
  }
}
