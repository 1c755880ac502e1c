package news.nashra.articles.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import news.nashra.articles.authors.Author;
import news.nashra.articles.authors.AuthorLimits;
import news.nashra.articles.body.WebAddress;
import news.nashra.core.Ids;
import news.nashra.core.http.Fields;
import news.nashra.media.Focus;
import news.nashra.media.Picture;

/// Reads what an editor writes about an author. Refuses it with 422, naming every field that is
/// wrong. Thread-safe.
///
/// @param pictures returns those of some ids that may be shown
public record ProfileReader(Function<Set<String>, Map<String, Picture>> pictures) {
  /// Fields that answers add to a record. A revision may send them back; they are ignored.
  private static final List<String> READ_ONLY_FIELDS =
      List.of("slug", "revision", "updatedAt", "editor");

  /// An https address. Letters may be those of any script.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https://[\\p{L}\\p{M}\\p{N}.-]+(:\\d{1,5})?"
              + "([/?#][[!-~\\p{L}\\p{M}\\p{N}]&&[^\"<>\\\\^`{|}]]*)?");

  public Author.Profile read(ObjectNode json) {
    var fields = new Fields(json);
    fields.ignore(READ_ONLY_FIELDS);
    var profile =
        new Author.Profile(
            fields.requiredLine("name", AuthorLimits.NAME),
            fields.line("role", AuthorLimits.ROLE),
            fields.lines("bio", AuthorLimits.BIO),
            picture(fields),
            focus(fields),
            links(fields));
    fields.refuseFaults();
    return profile;
  }

  private Optional<Picture> picture(Fields fields) {
    var id = fields.raw("mediaId");
    if (id.isPresent() && !Ids.wellFormed(id.get())) {
      fields.fault("mediaId", "error.badId");
      return Optional.empty();
    }
    var picture = id.map(named -> pictures.apply(Set.of(named)).get(named));
    if (id.isPresent() && picture.isEmpty()) {
      fields.fault("mediaId", "error.noSuchPicture");
    }
    return picture;
  }

  private static Optional<Focus> focus(Fields fields) {
    var focus = FocusReader.read(fields);
    if (focus.isPresent() && !fields.has("mediaId")) {
      fields.fault("mediaId", "error.required");
    }
    return focus;
  }

  private static List<String> links(Fields fields) {
    var addresses = new LinkedHashSet<String>();
    for (var link : fields.listed("links", AuthorLimits.LINKS, AuthorLimits.LINK)) {
      var address =
          Optional.of(link.text())
              .filter(text -> ADDRESS.matcher(text).matches())
              .flatMap(WebAddress::normal);
      if (address.isEmpty()) {
        fields.fault(link.path(), "error.badLink");
      } else if (!addresses.add(address.get())) {
        fields.fault(link.path(), "error.duplicate");
      }
    }
    return List.copyOf(addresses);
  }
}
