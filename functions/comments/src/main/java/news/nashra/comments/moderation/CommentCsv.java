package news.nashra.comments.moderation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.comments.Comment;
import news.nashra.core.Instants;

/// Comments as CSV for spreadsheets ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)), with a
/// byte order mark so that spreadsheets read Arabic as UTF-8. A cell that a spreadsheet would run
/// as a formula gets an apostrophe in front
/// ([OWASP](https://owasp.org/www-community/attacks/CSV_Injection)).
final class CommentCsv {
  private static final String FORMULA_STARTS = "=+-@\t\r\n|%＝＋－＠";

  private CommentCsv() {}

  static String write(List<Comment> comments) {
    return Stream.concat(
            Stream.of(
                row(
                    "articleId",
                    "commentId",
                    "revision",
                    "submittedAt",
                    "status",
                    "name",
                    "email",
                    "title",
                    "body",
                    "terms",
                    "flags",
                    "history")),
            comments.stream().map(CommentCsv::row))
        .collect(Collectors.joining("", "\uFEFF", ""));
  }

  private static String row(Comment c) {
    var flags =
        c.review().flags().stream()
            .map(f -> f.rule() + " " + f.field() + ": " + f.matched())
            .collect(Collectors.joining("; "));
    var history =
        c.review().history().stream().map(CommentCsv::decision).collect(Collectors.joining("; "));
    return row(
        c.articleId(),
        c.id(),
        Long.toString(c.revision()),
        Instants.format(c.submittedAt()),
        c.status().word(),
        c.author().name(),
        c.author().email(),
        c.text().title(),
        c.text().body(),
        c.submission().terms(),
        flags,
        history);
  }

  private static String decision(Comment.PastDecision decided) {
    var reason = decided.reason().isEmpty() ? "" : ": " + decided.reason();
    return Instants.format(decided.at())
        + " "
        + decided.by()
        + " "
        + decided.decision().word()
        + reason;
  }

  private static String row(String... cells) {
    return Stream.of(cells).map(CommentCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    var start = text.stripLeading();
    boolean formula = !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
