package news.nashra.articles.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.CorrectionEdits;
import news.nashra.articles.Status;
import news.nashra.core.Instants;
import news.nashra.core.http.Fields;

/// Reads what an editor says about a revision: the fields `correction`, `corrections`, `imported`,
/// `publishedAt`, `minor`, `publishAt` and `expireAt`.
final class EditorsNotes {
  private static final String LIST = "corrections";

  private EditorsNotes() {}

  /// @param madeSummary the summary that came back as one that was made
  static EditorsNote read(Fields fields, Status status, Optional<String> madeSummary) {
    var corrections =
        new CorrectionEdits(edits(fields), fields.line("correction", ArticleLimits.CORRECTION));
    boolean minor = fields.flag("minor").orElse(false);
    if (minor && corrections.adds()) {
      fields.fault("minor", "error.minorCorrection");
    }
    return new EditorsNote(
        corrections,
        madeSummary,
        FirstPublication.read(fields),
        minor,
        WantedTimes.read(fields, status));
  }

  private static Optional<List<CorrectionEdits.Edit>> edits(Fields fields) {
    if (!fields.has(LIST)) {
      return Optional.empty();
    }
    var edits = new ArrayList<CorrectionEdits.Edit>();
    var seen = new HashSet<Instant>();
    for (var one : fields.objects(LIST, ArticleLimits.CORRECTIONS)) {
      var at = at(one);
      if (at.filter(instant -> !seen.add(instant)).isPresent()) {
        one.fault("at", "error.duplicate");
      }
      edits.add(new CorrectionEdits.Edit(at, one.requiredLine("text", ArticleLimits.CORRECTION)));
    }
    return Optional.of(edits);
  }

  private static Optional<Instant> at(Fields fields) {
    return instant(fields, "at");
  }

  static Optional<Instant> instant(Fields fields, String name) {
    var text = fields.raw(name);
    var instant = text.flatMap(Instants::find);
    if (text.isPresent() && instant.isEmpty()) {
      fields.fault(name, "error.badInstant");
    }
    return instant;
  }
}
