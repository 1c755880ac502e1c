package news.nashra.articles;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.media.Focus;
import news.nashra.media.Picture;
import news.nashra.media.PictureRemoval;
import news.nashra.site.Section;

/// An article at one revision. Its page, list entries and links are all derived from it. Immutable.
public record Article(
    String id,
    Revision revision,
    Status status,
    ArticleContent content,
    References references,
    Place place,
    Timeline timeline) {
  /// Long enough to look at what a failed check left behind.
  private static final Duration HIDDEN_KEPT_FOR = Duration.ofDays(1);

  /// The path of its page; absent until it is published.
  public Optional<String> path() {
    return place.path();
  }

  public Optional<Instant> publishedAt() {
    return timeline.publishedAt();
  }

  public Instant updatedAt() {
    return timeline.updatedAt();
  }

  public Schedule schedule() {
    return timeline.schedule();
  }

  public List<Correction> corrections() {
    return timeline.corrections();
  }

  /// Whether it is in [Section#HIDDEN]: it has a page and a thread, and is in no list that a page
  /// shows.
  public boolean hidden() {
    return content.sections().own().equals(Section.HIDDEN.id());
  }

  /// When what is stored about it may be forgotten; empty for never. Whoever withdraws a hidden
  /// article must find it, so its current revision and its entry stay until then.
  public Optional<Instant> forgottenAt() {
    return hidden() ? Optional.of(revision.at().plus(HIDDEN_KEPT_FOR)) : Optional.empty();
  }

  /// The lead picture.
  public Optional<Picture> lead() {
    return content.image().map(image -> references.pictures().get(image.mediaId()));
  }

  /// What every cut of the lead picture keeps; empty for the upper third.
  public Optional<Focus> focus() {
    return content.image().flatMap(LeadImage::focus);
  }

  /// When the clock publishes or withdraws it; empty if nothing is to be done to it.
  public Optional<Instant> dueAt() {
    return switch (status) {
      case SCHEDULED -> schedule().publishAt();
      case PUBLISHED -> schedule().expireAt();
      case DRAFT, WITHDRAWN -> Optional.empty();
    };
  }

  /// Whether its related articles are still to be chosen, by its editor or, when it is published,
  /// by the system.
  public boolean leavesRelatedOpen() {
    return switch (status) {
      case DRAFT -> publishedAt().isEmpty() && references.related().isEmpty();
      case SCHEDULED -> schedule().choosesRelated();
      case PUBLISHED, WITHDRAWN -> false;
    };
  }

  /// How it stands to a picture that may be taken away. A draft counts as if it showed its
  /// pictures, because an editor is at work on it; so does a scheduled article, which will.
  public PictureRemoval.User standsTo(String picture) {
    if (status == Status.WITHDRAWN) {
      return PictureRemoval.User.NEVER_SHOWS;
    }
    return references.pictures().containsKey(picture)
        ? PictureRemoval.User.SHOWS
        : PictureRemoval.User.MAY_SHOW;
  }

  /// The sections, topics and authors that list it now, each with the name as the article writes
  /// it. To add a kind of list, add it here and to [ListName.Kind].
  public Map<ListName, String> lists() {
    return status == Status.PUBLISHED ? listsWhenPublished() : Map.of();
  }

  /// The sections, topics and authors that list it while it is published.
  public Map<ListName, String> listsWhenPublished() {
    if (hidden()) {
      return Map.of();
    }
    var lists = new LinkedHashMap<ListName, String>();
    content.sections().all().forEach(id -> lists.put(ListName.section(id), id));
    for (var tag : content.tags()) {
      Slug.topic(tag).map(ListName::topic).ifPresent(list -> lists.putIfAbsent(list, tag));
    }
    var credits = content.credits();
    credits.authors().forEach(slug -> lists.put(ListName.author(slug), slug));
    credits
        .byline()
        .ifPresent(
            name -> Slug.find(name).map(ListName::author).ifPresent(list -> lists.put(list, name)));
    return lists;
  }

  /// The sections, topics and authors that list it or have listed it.
  public List<ListName> everListed() {
    var all = new LinkedHashSet<>(place.formerLists());
    all.addAll(lists().keySet());
    return List.copyOf(all);
  }

  /// When it closes for comments; empty for never.
  ///
  /// @param closeAfterDays 0 or less for never
  public Optional<Instant> commentsCloseAt(int closeAfterDays) {
    return publishedAt()
        .filter(at -> closeAfterDays > 0)
        .map(at -> at.plus(closeAfterDays, ChronoUnit.DAYS));
  }

  /// The same revision as it would be if it were published at `now`; a scheduled one, at its time.
  public Article asPublished(Instant now) {
    var at = schedule().publishAt().orElse(now);
    return new Article(
        id, revision, Status.PUBLISHED, content, references, place, timeline.published(at));
  }

  /// The same revision at another address. The previous address becomes a former one.
  public Article movedTo(String slug, String path) {
    return new Article(
        id, revision, status, content, references, place.movedTo(slug, path), timeline);
  }

  /// What its page says to readers instead of the article: why it was withdrawn. Empty if there is
  /// no such page.
  public Optional<String> notice() {
    return revision.publicReason().filter(words -> status == Status.WITHDRAWN && !hidden());
  }

  /// The same revision with something new for its readers, such as an entry of live coverage.
  public Article updatedInPlace(Instant when) {
    return new Article(id, revision, status, content, references, place, timeline.updated(when));
  }

  /// The last change of whatever readers or lists see of it: its revision, or what was added to it
  /// in place since.
  public Instant changedAt() {
    return updatedAt().isAfter(revision.at()) ? updatedAt() : revision.at();
  }

  /// The next revision, which withdraws it; of one that is withdrawn already, with another reason.
  public Article withdrawn(Optional<String> why, String by, Instant when) {
    return new Article(
        id,
        revision.next(by, when, why),
        Status.WITHDRAWN,
        content,
        references,
        place.withFormerLists(everListed()),
        (status == Status.WITHDRAWN ? timeline.interrupted(revision.at()) : timeline)
            .withdrawn(when));
  }

  /// The next revision, which publishes it because it is due.
  ///
  /// @param related sort keys of the entries of its related articles
  public Article released(List<String> related, Instant when) {
    return new Article(
        id,
        revision.next(Revision.BY_SCHEDULE, when, Optional.empty()),
        Status.PUBLISHED,
        content,
        new References(references.pictures(), related),
        place.withFormerLists(everListed()),
        timeline.released(when));
  }

  /// The same withdrawal, with a reason in words for readers.
  public Article withPublicReason(Optional<String> words) {
    return new Article(
        id, revision.withPublicReason(words), status, content, references, place, timeline);
  }

  /// The first revision of a new draft with the same content. Its address, dates and corrections
  /// are its own.
  public Article duplicate(String newId, String by, Instant when) {
    return new Article(
        newId,
        Revision.first(by, when),
        Status.DRAFT,
        content,
        references,
        Place.unpublished(Optional.empty()),
        Timeline.start(when));
  }

  /// The next revision, which gives a withdrawn article back as a draft. It keeps its address and
  /// its day, and remembers since when readers are without it.
  public Article restored(String by, Instant when) {
    return new Article(
        id,
        revision.next(by, when, Optional.empty()),
        Status.DRAFT,
        content,
        references,
        place.withFormerLists(everListed()),
        timeline.restored(revision.at(), when));
  }
}
