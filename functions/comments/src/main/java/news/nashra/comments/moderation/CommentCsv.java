package news.nashra.comments.moderation;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.comments.Comment;
import news.nashra.comments.Replies;
import news.nashra.core.Instants;

/// Comments as CSV for spreadsheets ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)), with a
/// byte order mark so that spreadsheets read Arabic as UTF-8.
///
/// What a spreadsheet would run as a formula gets an apostrophe in front
/// ([OWASP](https://owasp.org/www-community/attacks/CSV_Injection)), not only at the beginning of a
/// cell: where semicolons or tabs separate, what follows one of them in a text begins a cell. The
/// apostrophe stands before a sign, never within a word or a number, and nothing else is changed.
final class CommentCsv {
  /// The place before a sign that makes a formula, at the beginning of a text, after a separator of
  /// cells or after a line break, with any white space, quotation marks and invisible characters
  /// between.
  private static final Pattern FORMULA =
      Pattern.compile("((?:^|[;\t\r\n])[\\s\\p{Z}\\p{Cf}\"]*+)(?=[=+\\-@|%＝＋－＠])");

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
                    "history",
                    "reply")),
            comments.stream().map(CommentCsv::row))
        .collect(Collectors.joining("", "\uFEFF", ""));
  }

  /// The line of one comment.
  static String row(Comment c) {
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
        history,
        c.replies().current().flatMap(Replies.Version::body).orElse(""));
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
    return "\"" + FORMULA.matcher(text).replaceAll("$1'").replace("\"", "\"\"") + "\"";
  }
}
