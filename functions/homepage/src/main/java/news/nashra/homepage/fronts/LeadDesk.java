package news.nashra.homepage.fronts;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.nashra.articles.Entry;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.Ids;
import news.nashra.core.Instants;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Fields;
import news.nashra.core.http.Json;
import news.nashra.core.http.Request;
import news.nashra.homepage.state.PinnedLead;

/// Reads and pins the lead of the homepage: `{articles: [ids]}`, in order; an empty list means the
/// newest article. Thread-safe.
public final class LeadDesk {
  private static final int REQUEST_BYTES = 32 * 1024;
  private static final int MAX_ID_LENGTH = 80;
  private static final String FIELD = "articles";

  private final Table articles;
  private final ArticleLists lists;
  private final InstantSource clock;

  public LeadDesk(Table articles, InstantSource clock) {
    this.articles = articles;
    this.lists = new ArticleLists(articles, Set.of());
    this.clock = clock;
  }

  /// The pinned articles that are still published.
  public Map<String, Object> read() {
    var pinned = PinnedLead.entries(PinnedLead.ids(articles), lists, List.of());
    return Map.of(FIELD, pinned.stream().map(Entry::id).toList());
  }

  /// Pins a lead; durable on return. Refuses articles that are not published, with 422.
  public void pin(Request request, String editor) {
    var fields = new Fields(Json.body(request, REQUEST_BYTES));
    if (!fields.has(FIELD)) {
      fields.fault(FIELD, "error.required");
    }
    var ids = fields.listed(FIELD, PinnedLead.MAX_ARTICLES, MAX_ID_LENGTH);
    if (fields.faults().isEmpty()) {
      check(ids, fields);
    }
    fields.refuseFaults();
    var articlesToPin = ids.stream().map(Fields.Listed::text).toList();
    PinnedLead.pin(articles, articlesToPin, editor, Instants.now(clock));
  }

  private void check(List<Fields.Listed> ids, Fields fields) {
    var wellFormed = ids.stream().map(Fields.Listed::text).filter(Ids::wellFormed).toList();
    var published = lists.published(wellFormed).stream().map(Entry::id).collect(Collectors.toSet());
    var seen = new HashSet<String>();
    for (var id : ids) {
      if (!Ids.wellFormed(id.text())) {
        fields.fault(id.path(), "error.badId");
      } else if (!published.contains(id.text())) {
        fields.fault(id.path(), "error.noSuchArticle");
      } else if (!seen.add(id.text())) {
        fields.fault(id.path(), "error.duplicate");
      }
    }
  }
}
