package news.nashra.articles.working;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.Instants;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;

/// Editors who are at the same article: each tells that it is open, and is told who else is there
/// and which revision is the newest one. Thread-safe.
final class Presence {
  private final Table articles;
  private final WorkingCopies copies;
  private final OpenArticles open;
  private final InstantSource clock;

  Presence(Table articles, InstantSource clock) {
    this.articles = articles;
    this.copies = new WorkingCopies(articles);
    this.open = new OpenArticles(articles);
    this.clock = clock;
  }

  /// @param open other editors who have the article open
  /// @param working other editors with a working copy of it
  /// @param editor who made the newest revision
  private record PresenceJson(
      List<String> open,
      List<String> working,
      long revision,
      String status,
      String editor,
      String revisedAt) {}

  /// Marks the article as open, and answers who else is at it.
  Response mark(Request request, String editor) {
    var id = request.id();
    var article =
        ArticleItems.findForEditors(articles, id)
            .orElseThrow(() -> new RefusedRequest(Problem.of(404)));
    var now = clock.instant();
    open.mark(id, editor, now);
    var working = copies.editors(Set.of(id), now).getOrDefault(id, List.of());
    var revision = article.revision();
    return Response.json(
        200,
        new PresenceJson(
            others(open.editors(id, now), editor),
            others(working, editor),
            revision.number(),
            article.status().word(),
            revision.editor(),
            Instants.format(revision.at())));
  }

  Response leave(Request request, String editor) {
    open.remove(request.id(), editor);
    return Response.empty(204);
  }

  private static List<String> others(List<String> editors, String editor) {
    return editors.stream().filter(other -> !other.equals(editor)).toList();
  }
}
