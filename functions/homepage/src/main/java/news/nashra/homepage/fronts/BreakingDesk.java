package news.nashra.homepage.fronts;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.nashra.articles.Entry;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.Ids;
import news.nashra.core.Instants;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Fields;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.homepage.state.BreakingNews;

/// Reads, writes and ends the breaking news: `{text, articleId?, until}`. Thread-safe.
public final class BreakingDesk {
  private static final int REQUEST_BYTES = 8 * 1024;
  private static final String ARTICLE = "articleId";
  private static final String UNTIL = "until";

  /// What an answer has in addition, so that it can be sent back.
  private static final List<String> ANSWERED = List.of("url", "editor", "updatedAt");

  private final Table articles;
  private final ArticleLists lists;
  private final InstantSource clock;

  public BreakingDesk(Table articles, InstantSource clock) {
    this.articles = articles;
    this.lists = new ArticleLists(articles, Set.of());
    this.clock = clock;
  }

  /// The breaking news that pages show. Refuses with 404 if there is none, if its time is over, or
  /// if its article was withdrawn.
  public Map<String, Object> read() {
    var news = BreakingNews.find(articles).filter(found -> found.current(clock.instant()));
    var article = news.flatMap(BreakingNews::articleId).flatMap(this::published);
    return news.filter(found -> found.articleId().isEmpty() || article.isPresent())
        .map(found -> answer(found, article.map(Entry::link)))
        .orElseThrow(() -> new RefusedRequest(Problem.of(404, "problem.404.breaking")));
  }

  /// Stores breaking news in place of the one before, and returns it; durable on return. Refuses
  /// wrong fields with 422.
  public Map<String, Object> write(Request request, String editor) {
    var now = Instants.now(clock);
    var fields = new Fields(Json.body(request, REQUEST_BYTES));
    var text = fields.requiredLine("text", BreakingNews.MAX_TEXT_LENGTH);
    var article = fields.raw(ARTICLE);
    var until = until(fields, now);
    fields.ignore(ANSWERED);
    var entry = article.flatMap(id -> article(id, fields));
    fields.refuseFaults();
    var news = new BreakingNews(text, article, until.orElseThrow(), editor, now, false);
    news.store(articles);
    return answer(news, entry.map(Entry::link));
  }

  /// Ends the breaking news, if there is one; durable on return. What another editor has written
  /// meanwhile stays.
  public void end(String editor) {
    BreakingNews.find(articles)
        .filter(news -> !news.ended())
        .ifPresent(news -> news.end(articles, editor, Instants.now(clock)));
  }

  private Optional<Entry> article(String id, Fields fields) {
    var entry = Ids.wellFormed(id) ? published(id) : Optional.<Entry>empty();
    if (entry.isEmpty()) {
      fields.fault(ARTICLE, Ids.wellFormed(id) ? "error.noSuchArticle" : "error.badId");
    }
    return entry;
  }

  private Optional<Entry> published(String id) {
    return lists.published(List.of(id)).stream().findFirst();
  }

  /// An instant after `now`, at most [BreakingNews#MAX_DURATION] ahead.
  private static Optional<Instant> until(Fields fields, Instant now) {
    if (!fields.has(UNTIL)) {
      fields.fault(UNTIL, "error.required");
    }
    var sent = fields.raw(UNTIL);
    var until =
        sent.flatMap(Instants::find)
            .map(at -> at.truncatedTo(ChronoUnit.MILLIS))
            .filter(at -> at.isAfter(now) && !at.isAfter(now.plus(BreakingNews.MAX_DURATION)));
    if (sent.isPresent() && until.isEmpty()) {
      fields.fault(UNTIL, "error.badUntil", BreakingNews.MAX_DURATION.toHours());
    }
    return until;
  }

  private static Map<String, Object> answer(BreakingNews news, Optional<String> url) {
    var json = new LinkedHashMap<String, Object>();
    json.put("text", news.text());
    news.articleId().ifPresent(id -> json.put(ARTICLE, id));
    url.ifPresent(path -> json.put("url", path));
    json.put(UNTIL, Instants.format(news.until()));
    json.put("editor", news.editor());
    json.put("updatedAt", Instants.format(news.updatedAt()));
    return json;
  }
}
