package news.nashra.articles.publish;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.Entry;
import news.nashra.articles.HeadlineWords;
import news.nashra.articles.Kind;
import news.nashra.articles.ListName;
import news.nashra.articles.Slug;
import news.nashra.articles.Status;
import news.nashra.articles.store.ArticleItems;
import news.nashra.articles.store.EditorsList;
import news.nashra.articles.working.WorkingCopies;
import news.nashra.core.Settings;
import news.nashra.core.Text;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.AnswerRoom;
import news.nashra.core.http.Cursor;
import news.nashra.core.http.EntityTag;
import news.nashra.core.http.HttpFunction;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.core.snapstart.PrimedBy;
import news.nashra.core.snapstart.Priming;
import news.nashra.site.Edition;
import news.nashra.site.Messages;

/// The API through which editors read articles: `GET /api/articles`, `GET /api/articles/{id}`, `GET
/// /api/articles/{id}/revisions` and `GET /api/articles/{id}/revisions/{n}`. Moderators may read
/// what readers see of an article. Articles of the newspaper's check of itself are not among them.
/// Thread-safe.
@PrimedBy({"read-articles", "read-article", "list-revisions", "read-revision"})
public final class ReadArticles implements RequestStreamHandler {
  private static final String MODERATORS = "moderators";
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;
  private static final String REVISION_NUMBER = "[1-9][0-9]{0,5}";
  private static final long LAST_REVISION = 999_999;

  private final Table articles;
  private final Edition edition;
  private final InstantSource clock;
  private final HttpFunction http;

  /// Configured by the environment variables `ARTICLES_TABLE`.
  public ReadArticles() {
    this(new Aws(Settings.fromEnvironment()));
    Priming.beforeSnapshot(this, Settings.fromEnvironment(), ReadArticles::new);
  }

  private ReadArticles(Aws aws) {
    this(Edition.load(), aws.table("ARTICLES_TABLE"), InstantSource.system());
  }

  /// By the system's clock.
  public ReadArticles(Edition edition, Table articles) {
    this(edition, articles, InstantSource.system());
  }

  public ReadArticles(Edition edition, Table articles, InstantSource clock) {
    this.articles = articles;
    this.clock = clock;
    this.edition = edition;
    this.http =
        HttpFunction.of(Messages.load(edition.language()), this::route)
            .requiring(PublishArticle.EDITORS)
            .admitting("GET /api/articles/{id}", PublishArticle.EDITORS, MODERATORS)
            .taking(
                "GET /api/articles",
                "status",
                "section",
                "tag",
                "author",
                "kind",
                "q",
                "limit",
                "cursor")
            .taking("GET /api/articles/{id}/revisions", "limit", "cursor");
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    http.serve(in, out, context);
  }

  private Response route(Request request) {
    return switch (request.route()) {
      case "GET /api/articles" -> list(request);
      case "GET /api/articles/{id}" ->
          request.groups().contains(PublishArticle.EDITORS)
              ? answer(current(request))
              : publicPart(request);
      case "GET /api/articles/{id}/revisions" -> revisions(request);
      case "GET /api/articles/{id}/revisions/{n}" -> answer(revision(request));
      default -> throw new RefusedRequest(Problem.of(404));
    };
  }

  private Response list(Request request) {
    var cursor = request.query("cursor").map(text -> Cursor.read(request.list(), text).key());
    var page =
        new EditorsList(articles)
            .newest(filter(request), cursor, request.limit(DEFAULT_LIMIT, MAX_LIMIT));
    var ids = page.rows().stream().map(row -> row.entry().id()).collect(Collectors.toSet());
    var working = new WorkingCopies(articles).editors(ids, clock.instant());
    var answer = new LinkedHashMap<String, Object>();
    var rows = AnswerRoom.beginning(page.rows(), row -> json(row, working));
    answer.put("items", rows.stream().map(row -> json(row, working)).toList());
    var next =
        rows.size() < page.rows().size() ? Optional.of(rows.getLast().entry().key()) : page.next();
    next.ifPresent(key -> answer.put("next", Cursor.at(key).write(request.list())));
    return EntityTag.answer(request, Response.json(200, answer));
  }

  private static Map<String, Object> json(EditorsList.Row row, Map<String, List<String>> working) {
    var json = ArticleJson.entry(row.entry(), row.status());
    row.editor().ifPresent(editor -> json.put(Entry.EDITOR, editor));
    var editors = working.getOrDefault(row.entry().id(), List.of());
    if (!editors.isEmpty()) {
      json.put("working", editors);
    }
    return json;
  }

  private EditorsList.Filter filter(Request request) {
    var section = request.query("section");
    if (section.isPresent() && edition.section(section.get()).isEmpty()) {
      throw RefusedRequest.invalid("section", "error.unknownSection", edition.sectionIds());
    }
    // The shortest list comes first: it is read, and the others are looked at.
    var lists =
        Stream.of(
                slug(request, "tag", Slug::topic).map(ListName::topic),
                slug(request, "author", Slug::find).map(ListName::author),
                section.map(ListName::section))
            .flatMap(Optional::stream)
            .toList();
    return new EditorsList.Filter(
        request.query("status").map(ReadArticles::status),
        lists,
        request.query("kind").map(ReadArticles::kind),
        request.query("q").map(ReadArticles::words).orElse(HeadlineWords.of("")));
  }

  /// The words of a search, by the longest of which articles are found.
  private static HeadlineWords words(String text) {
    if (!Text.fits(text, ArticleLimits.HEADLINE)) {
      throw RefusedRequest.invalid("q", "error.tooLong", ArticleLimits.HEADLINE);
    }
    var words = HeadlineWords.of(text);
    if (words.isEmpty()) {
      throw RefusedRequest.invalid("q", "error.noSearchWord");
    }
    return words;
  }

  private static Kind kind(String word) {
    return Kind.of(word)
        .orElseThrow(
            () -> RefusedRequest.invalid("kind", "error.badKind", String.join(", ", Kind.words())));
  }

  /// The slug of a name, or a slug itself.
  private static Optional<String> slug(
      Request request, String parameter, Function<String, Optional<String>> slugOf) {
    var name = request.query(parameter);
    if (name.filter(text -> !Text.fits(text, Slug.MAX_LENGTH)).isPresent()) {
      throw RefusedRequest.invalid(parameter, "error.tooLong", Slug.MAX_LENGTH);
    }
    var slug = name.flatMap(slugOf);
    if (name.isPresent() && slug.isEmpty()) {
      throw RefusedRequest.invalid(parameter, "error.noLetter");
    }
    return slug;
  }

  private static Response answer(Article article) {
    return withRevision(Response.json(200, ArticleJson.article(article)), article);
  }

  private static Response withRevision(Response response, Article article) {
    return response.with("etag", "\"" + article.revision().number() + "\"");
  }

  /// What readers see of a published article, for moderators: of any other there is nothing.
  private Response publicPart(Request request) {
    var article = current(request);
    if (article.status() != Status.PUBLISHED) {
      throw new RefusedRequest(Problem.of(404));
    }
    return withRevision(Response.json(200, ArticleJson.publicPart(article)), article);
  }

  private Response revisions(Request request) {
    int limit = request.limit(DEFAULT_LIMIT, MAX_LIMIT);
    var newest =
        request
            .query("cursor")
            .map(text -> Cursor.decode(request.list(), text, ReadArticles::hasEarlierRevision))
            .map(seen -> Long.parseLong(seen) - 1)
            .orElse(LAST_REVISION);
    var found =
        articles
            .between(
                ArticleItems.partition(request.id()),
                ArticleItems.revisionKey(1),
                ArticleItems.revisionKey(newest),
                limit + 1)
            .stream()
            .map(ArticleItems::read)
            .filter(article -> !article.hidden())
            .toList();
    if (found.isEmpty()) {
      throw new RefusedRequest(Problem.of(404));
    }
    var page =
        AnswerRoom.beginning(
            found.subList(0, Math.min(limit, found.size())), ArticleJson::revision);
    var answer = new LinkedHashMap<String, Object>();
    answer.put("items", page.stream().map(ArticleJson::revision).toList());
    if (found.size() > page.size()) {
      answer.put(
          "next", Cursor.encode(request.list(), Long.toString(page.getLast().revision().number())));
    }
    return Response.json(200, answer);
  }

  private static boolean hasEarlierRevision(String revision) {
    return revision.matches(REVISION_NUMBER) && !revision.equals("1");
  }

  private Article current(Request request) {
    return ArticleItems.findForEditors(articles, request.id())
        .orElseThrow(() -> new RefusedRequest(Problem.of(404)));
  }

  private Article revision(Request request) {
    return articles
        .get(ArticleItems.partition(request.id()), ArticleItems.revisionKey(number(request)))
        .map(ArticleItems::read)
        .filter(article -> !article.hidden())
        .orElseThrow(() -> new RefusedRequest(Problem.of(404)));
  }

  private static long number(Request request) {
    var n = request.path("n");
    if (!n.matches(REVISION_NUMBER)) {
      throw new RefusedRequest(Problem.of(404));
    }
    return Long.parseLong(n);
  }

  private static Status status(String word) {
    return Status.of(word)
        .orElseThrow(() -> RefusedRequest.invalid("status", "error.badListStatus"));
  }
}
