package news.nashra.articles.copydesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.body.Body;
import news.nashra.articles.body.BodyCleaner;
import news.nashra.articles.draft.ArticleDraftReader;
import news.nashra.core.http.Fields;

/// `POST /api/articles/clean`: what the press makes of a text that an editor pastes. A picture from
/// elsewhere, for which an article is refused, is left out and named. Thread-safe.
final class CleanBody {
  private static final String BODY = "bodyHtml";

  /// What stands for pictures from elsewhere among the names of what was lost.
  private static final String FOREIGN_PICTURE = "img[foreign]";

  private final String origin;

  /// @param origin of the site, by which its own links are known
  CleanBody(String origin) {
    this.origin = origin;
  }

  /// Refuses with 422 what is too large or too complex to be cleaned.
  Map<String, Object> clean(ObjectNode json) {
    var fields = new Fields(json);
    var html = fields.raw(BODY);
    if (!fields.has(BODY)) {
      fields.fault(BODY, "error.required");
    }
    fields.refuseFaults();
    var body = BodyCleaner.clean(html.orElse(""), origin);
    body.fault()
        .filter(fault -> !isLeftOut(fault))
        .ifPresent(fault -> ArticleDraftReader.name(fault, fields));
    fields.refuseFaults();
    return Map.of(BODY, body.html(), "cleaned", cleaned(body));
  }

  private static boolean isLeftOut(Body.Fault fault) {
    return fault == Body.Fault.FOREIGN_PICTURE || fault == Body.Fault.UNDESCRIBED_PICTURE;
  }

  private static List<String> cleaned(Body body) {
    var cleaned = new ArrayList<>(body.cleaned());
    if (body.fault().equals(Optional.of(Body.Fault.FOREIGN_PICTURE))) {
      cleaned.add(FOREIGN_PICTURE);
    }
    return cleaned;
  }
}
