package news.nashra.articles.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.nashra.core.http.Fields;

/// An entry of live coverage as an editor sends it: cleaned, and within the limits of a body.
///
/// @param pictures ids of the pictures it shows
/// @param cleaned what was dropped from it
/// @param pinned whether it is shown above the others; absent to leave that as it is
public record EntryDraft(
    String bodyHtml, Set<String> pictures, List<String> cleaned, Optional<Boolean> pinned) {
  public EntryDraft {
    pictures = Set.copyOf(pictures);
    cleaned = List.copyOf(cleaned);
  }

  /// Refuses with 422, naming every field that is wrong.
  ///
  /// @param origin of the site, by which its own links are known
  /// @param ignored fields of an answer that may be sent back
  public static EntryDraft read(ObjectNode json, String origin, List<String> ignored) {
    var fields = new Fields(json);
    fields.ignore(ignored);
    var body = ArticleDraftReader.body(fields, origin, true);
    var pinned = fields.flag("pinned");
    fields.refuseFaults();
    return new EntryDraft(body.html(), Set.copyOf(body.pictures()), body.cleaned(), pinned);
  }
}
