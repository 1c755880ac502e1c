package news.nashra.articles.draft;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.Schedule;
import news.nashra.articles.Status;
import news.nashra.core.FieldError;
import news.nashra.core.http.Fields;

/// When an editor wants an article to be published and withdrawn: the fields `publishAt` and
/// `expireAt`, to the millisecond.
public record WantedTimes(Optional<Instant> publishAt, Optional<Instant> expireAt) {
  public static final WantedTimes NONE = new WantedTimes(Optional.empty(), Optional.empty());

  private static final String PUBLISH_AT = "publishAt";
  private static final String EXPIRE_AT = "expireAt";

  static WantedTimes read(Fields fields, Status status) {
    var publishAt = instant(fields, PUBLISH_AT);
    var expireAt = instant(fields, EXPIRE_AT);
    if (status == Status.SCHEDULED && !fields.has(PUBLISH_AT)) {
      fields.fault(PUBLISH_AT, "error.required");
    } else if (status != Status.SCHEDULED && fields.has(PUBLISH_AT)) {
      fields.fault(PUBLISH_AT, "error.notScheduled");
    }
    if (publishAt.isPresent() && expireAt.filter(at -> !at.isAfter(publishAt.get())).isPresent()) {
      fields.fault(EXPIRE_AT, "error.endsBeforeItBegins");
    }
    return new WantedTimes(publishAt, expireAt);
  }

  private static Optional<Instant> instant(Fields fields, String name) {
    var at = EditorsNotes.instant(fields, name).map(t -> t.truncatedTo(ChronoUnit.MILLIS));
    if (at.filter(t -> t.isBefore(Instant.EPOCH)).isPresent()) {
      fields.fault(name, "error.badInstant");
      return Optional.empty();
    }
    return at;
  }

  /// What is wrong with them at `now`. A time that the previous revision has already may have
  /// passed meanwhile: what is late can be edited until it is done.
  public List<FieldError> faults(Status status, Optional<Article> before, Instant now) {
    var errors = new ArrayList<FieldError>();
    var known = before.map(Article::schedule).orElse(Schedule.NONE);
    publishAt
        .filter(at -> !known.publishAt().equals(publishAt))
        .ifPresent(at -> check(PUBLISH_AT, at, now, errors));
    expireAt
        .filter(at -> status != Status.DRAFT && !keeps(status, before))
        .ifPresent(at -> check(EXPIRE_AT, at, now, errors));
    return errors;
  }

  /// Whether the article of `before` was to end at the same time already, in the same status.
  private boolean keeps(Status status, Optional<Article> before) {
    return before
        .filter(article -> article.status() == status)
        .filter(article -> article.schedule().expireAt().equals(expireAt))
        .isPresent();
  }

  private static void check(String field, Instant at, Instant now, List<FieldError> errors) {
    if (!at.isAfter(now)) {
      errors.add(FieldError.of(field, "error.past"));
    } else if (at.isAfter(now.plus(Duration.ofDays(ArticleLimits.SCHEDULE_DAYS)))) {
      errors.add(FieldError.of(field, "error.tooFarAhead", ArticleLimits.SCHEDULE_DAYS));
    }
  }
}
