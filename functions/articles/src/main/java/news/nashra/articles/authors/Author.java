package news.nashra.articles.authors;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.nashra.media.Focus;
import news.nashra.media.Picture;
import news.nashra.media.PictureRemoval;
import news.nashra.site.Addresses;

/// A person who writes for the newspaper. Articles name people by their slugs, so a record is never
/// deleted. Immutable.
///
/// @param slug of the address of their page
/// @param revision counted from 1
/// @param editor user name of the editor who wrote this revision
public record Author(
    String slug, Profile profile, long revision, String editor, Instant updatedAt) {
  /// What readers learn about a person.
  ///
  /// @param role what they are at the newspaper, or in life
  /// @param bio in several lines
  /// @param focus what a cut of the picture keeps, such as the face
  /// @param links https addresses of their other pages
  public record Profile(
      String name,
      Optional<String> role,
      Optional<String> bio,
      Optional<Picture> picture,
      Optional<Focus> focus,
      List<String> links) {
    public Profile {
      links = List.copyOf(links);
    }
  }

  public String name() {
    return profile.name();
  }

  /// The path of the page with their articles.
  public String path() {
    return Addresses.author(slug);
  }

  /// The first revision of a new record.
  public static Author first(String slug, Profile profile, String editor, Instant now) {
    return new Author(slug, profile, 1, editor, now);
  }

  /// The revision after this one.
  public Author next(Profile changed, String by, Instant now) {
    return new Author(slug, changed, revision + 1, by, now);
  }

  /// How the record stands to a picture that may be taken away.
  public PictureRemoval.User standsTo(String picture) {
    return profile.picture().filter(own -> own.id().equals(picture)).isPresent()
        ? PictureRemoval.User.SHOWS
        : PictureRemoval.User.MAY_SHOW;
  }
}
