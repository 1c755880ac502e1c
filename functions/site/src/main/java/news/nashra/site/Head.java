package news.nashra.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a page says about itself outside its body.
///
/// @param path its address without the origin, as it stands in links
/// @param section the id of the section that it belongs to
/// @param lastUpdate the newest change of what it shows
/// @param indexed whether search engines may list it
/// @param image that other sites show beside a link to it
/// @param crumbs the way to it from the homepage; none for a page without a place
/// @param alternates the same page in each language, itself too; none where there is but one
public record Head(
    String title,
    String description,
    String path,
    Optional<String> section,
    Optional<Instant> lastUpdate,
    boolean indexed,
    Optional<Story> story,
    Optional<Image> image,
    List<Crumb> crumbs,
    List<Alternate> alternates) {
  public Head {
    crumbs = List.copyOf(crumbs);
    alternates = List.copyOf(alternates);
  }

  /// What an article's page says of its article to other programs.
  ///
  /// @param authorPath the page of the byline's articles
  /// @param images its picture in the ratios that search engines ask for
  /// @param comments how many readers' comments are shown
  public record Story(
      Instant publishedAt,
      Instant updatedAt,
      Optional<String> byline,
      Optional<String> authorPath,
      List<String> tags,
      List<Correction> corrections,
      List<Image> images,
      int comments) {
    public Story {
      tags = List.copyOf(tags);
      corrections = List.copyOf(corrections);
      images = List.copyOf(images);
    }
  }

  /// What was put right in a story, and when.
  public record Correction(Instant at, String text) {}

  /// A picture on this site.
  ///
  /// @param path without the origin
  /// @param alt empty for decoration
  public record Image(String path, int width, int height, String alt) {}

  /// A step on the way to a page.
  ///
  /// @param path absent where no page stands
  public record Crumb(String name, Optional<String> path) {}

  /// The same page in a language.
  ///
  /// @param url whole, or on this site
  public record Alternate(String language, String url) {}

  /// A page that is no article.
  public static Head of(
      String title, String description, String path, Optional<Instant> lastUpdate) {
    return new Head(
        title,
        description,
        path,
        Optional.empty(),
        lastUpdate,
        true,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  public Head in(String id) {
    return new Head(
        title,
        description,
        path,
        Optional.of(id),
        lastUpdate,
        indexed,
        story,
        image,
        crumbs,
        alternates);
  }

  /// `aria-current` of the link to `section`: `page` on its front, `true` on a page within it.
  public @Nullable String current(Section of) {
    if (path.equals(of.path())) {
      return "page";
    }
    return section.filter(of.id()::equals).isPresent() ? "true" : null;
  }

  public Head unindexed() {
    return new Head(
        title, description, path, section, lastUpdate, false, story, image, crumbs, alternates);
  }

  public Head with(Optional<Image> shown) {
    return new Head(
        title, description, path, section, lastUpdate, indexed, story, shown, crumbs, alternates);
  }

  public Head telling(Story told) {
    return new Head(
        title,
        description,
        path,
        section,
        lastUpdate,
        indexed,
        Optional.of(told),
        image,
        crumbs,
        alternates);
  }

  /// At the end of a way that begins at the homepage.
  public Head under(List<Crumb> way) {
    return new Head(
        title, description, path, section, lastUpdate, indexed, story, image, way, alternates);
  }

  public Head also(List<Alternate> languages) {
    return new Head(
        title, description, path, section, lastUpdate, indexed, story, image, crumbs, languages);
  }
}
