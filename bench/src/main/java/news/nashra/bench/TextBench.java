package news.nashra.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.HeadlineWords;
import news.nashra.articles.Slug;
import news.nashra.articles.body.Body;
import news.nashra.articles.body.BodyCleaner;
import news.nashra.articles.copydesk.CopyDesk;
import news.nashra.articles.draft.ArticleDraftReader;
import news.nashra.articles.draft.EntryDraft;
import news.nashra.comments.CommentLimits;
import news.nashra.comments.pages.CommentForm;
import news.nashra.comments.pages.CommentFormView;
import news.nashra.comments.pages.CommentText;
import news.nashra.comments.screening.Candidate;
import news.nashra.comments.screening.Screening;
import news.nashra.core.FoldedText;
import news.nashra.core.Text;
import news.nashra.core.http.Fields;
import news.nashra.core.http.Json;
import news.nashra.core.http.RefusedRequest;
import news.nashra.site.Direction;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.HostileBodies;
import news.nashra.testing.HostileText;

/// Measures how long texts take that are made to keep a function busy, in each way that a text goes
/// through the newspaper.
final class TextBench {
  private static final int REQUEST = 1_000_000;
  private static final int RETURNED_FORM = 256 * 1024;
  private static final int COMMENT = 32 * 1024;
  private static final int ROUNDS = 5;
  private static final String ORIGIN = "https://news.example";

  private static final List<String> HEAD =
      List.of("path", "texts", "median", "slowest", "which takes longest");

  private TextBench() {}

  static void measure(Report report) {
    report.section(
        "Texts of the largest size",
        "Processor time of one call, warm, the best of %d, for %d kinds of text: marks, joiners, selectors, tags, "
                .formatted(ROUNDS, HostileText.ofBytes(1).size())
            + "direction marks, and mixtures of them; for the body, pieces of HTML. Breaking news, replies and reasons are "
            + "read as the fields of the first two rows. Load of the machine: "
            + load()
            + ".");
    report.table(HEAD, rows());
  }

  private static List<List<String>> rows() {
    var rows = new ArrayList<List<String>>();
    var request = HostileText.ofBytes(REQUEST);
    rows.add(row("a field of 200 characters, 1 MB of JSON", request, TextBench::headline));
    rows.add(row("a field of 2,000 characters, 1 MB of JSON", request, TextBench::lines));
    rows.add(row("a line without a limit, 1 MB", request, Text::line));
    rows.add(row("what is quoted, 1 MB", request, text -> Text.quote(text, 80)));
    var form = new CommentForm(Site.of(Edition.load(), "https://news.example"));
    rows.add(
        row(
            "the page of a form that is too large, 256 KB",
            HostileText.ofBytes(RETURNED_FORM),
            text -> page(form, text)));
    var comment = HostileText.ofBytes(COMMENT);
    rows.add(row("a comment form, 32 KB", comment, TextBench::lines));
    var fitting = new LinkedHashMap<String, String>();
    comment.forEach((name, text) -> fitting.put(name, fitting(text)));
    rows.add(row("folding a comment", fitting, FoldedText::fold));
    var screening = Screening.ofEdition();
    rows.add(row("screening a comment", fitting, text -> screening.screen(candidate(text))));
    rows.add(row("the blocks of a comment", fitting, CommentText::blocks));
    var headlines = new LinkedHashMap<String, String>();
    comment.forEach((name, text) -> headlines.put(name, Text.line(text, ArticleLimits.HEADLINE)));
    rows.add(row("the slug of a headline", headlines, Slug::of));
    rows.add(row("the topic of a tag", headlines, Slug::topic));
    rows.add(row("the direction of a headline", headlines, Direction::find));
    rows.add(row("the words of a headline, or of a search", headlines, HeadlineWords::of));
    rows.add(row("an entry of live coverage, 1 MB of JSON", request, TextBench::entry));
    var drafts = new ArticleDraftReader(Edition.load(), ORIGIN);
    rows.add(
        row(
            "a working copy, 384 KB",
            HostileText.ofBytes(ArticleLimits.WORKING_COPY_KIB * 1024),
            text -> drafts.misshapen(json(Map.of("bodyHtml", text, "headline", text)))));
    var desk = CopyDesk.of(Edition.load());
    rows.add(
        row(
            "the copy desk, 320 KB",
            HostileText.ofBytes(ArticleLimits.ARTICLE_KIB * 1024),
            text -> desk.check(Map.of("bodyHtml", text))));
    var bodies = new LinkedHashMap<String, String>();
    for (var piece : HostileBodies.pieces()) {
      bodies.put("`" + piece + "`", piece.repeat(REQUEST / piece.length()));
      bodies.put("`" + piece + "`, as many as are taken", mostThatAreTaken(piece));
    }
    rows.add(row("cleaning a body", bodies, TextBench::clean));
    return rows;
  }

  private static List<String> row(String path, Map<String, String> texts, Consumer<String> read) {
    var samples = new Samples();
    long slowest = 0;
    var which = "";
    for (int warming = 0; warming < 2; warming++) {
      texts.values().forEach(read);
    }
    for (var text : texts.entrySet()) {
      long best = best(text.getValue(), read);
      samples.add(best);
      if (best > slowest) {
        slowest = best;
        which = text.getKey();
      }
    }
    return List.of(
        path, Integer.toString(texts.size()), samples.format(50), samples.format(100), which);
  }

  private static long best(String text, Consumer<String> read) {
    var threads = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long before = threads.getCurrentThreadCpuTime();
      read.accept(text);
      best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
    }
    return best;
  }

  /// The longest body of repetitions that is not refused.
  private static String mostThatAreTaken(String piece) {
    int taken = 0;
    int refused = REQUEST / piece.length() + 1;
    while (refused - taken > 1) {
      int middle = (taken + refused) / 2;
      if (clean(piece.repeat(middle)).fault().isEmpty()) {
        taken = middle;
      } else {
        refused = middle;
      }
    }
    return piece.repeat(Math.max(1, taken));
  }

  private static Body clean(String html) {
    return BodyCleaner.clean(html, ORIGIN);
  }

  private static void headline(String text) {
    read(text, ArticleLimits.HEADLINE);
  }

  private static void lines(String text) {
    read(text, CommentLimits.BODY);
  }

  private static void read(String text, int limit) {
    var fields = new Fields(json(Map.of("field", text)));
    fields.lines("field", limit);
    fields.faults();
  }

  private static void entry(String text) {
    try {
      EntryDraft.read(json(Map.of("bodyHtml", text)), ORIGIN, List.of());
    } catch (RefusedRequest e) {
      // as it should be
    }
  }

  private static ObjectNode json(Map<String, String> fields) {
    return (ObjectNode) Json.read(Json.write(fields));
  }

  private static void page(CommentForm form, String text) {
    var view = new CommentFormView("id", true, Map.of("body", Text.typed(text)), Map.of());
    form.refusal("", "/", view, "title", "detail");
  }

  private static Candidate candidate(String text) {
    return new Candidate("id", "person", Instant.EPOCH, "Salma", "Title", text, "");
  }

  private static String fitting(String text) {
    var cleaned = Text.lines(text, CommentLimits.BODY);
    return Text.fits(cleaned, CommentLimits.BODY)
        ? cleaned
        : Text.shorten(cleaned, CommentLimits.BODY);
  }

  private static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
