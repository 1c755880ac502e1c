package news.nashra.articles.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.LeadImage;
import news.nashra.articles.Slug;
import news.nashra.articles.Status;
import news.nashra.articles.Translation;
import news.nashra.articles.body.Body;
import news.nashra.articles.body.BodyCleaner;
import news.nashra.articles.body.WebAddress;
import news.nashra.core.FieldError;
import news.nashra.core.Ids;
import news.nashra.core.Text;
import news.nashra.core.http.Fields;
import news.nashra.site.Edition;

/// Reads articles from request bodies. Refuses a body with 422, naming every field that is wrong.
/// Thread-safe.
public final class ArticleDraftReader {
  /// Fields that answers add to an article. A revision may send them back; they are ignored.
  public static final List<String> READ_ONLY_FIELDS =
      List.of(
          "id",
          "revision",
          "url",
          "updatedAt",
          "revisedAt",
          "editor",
          "reason",
          "publicReason",
          "interruptions",
          "releasedAt",
          "lateMillis");

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

  /// An absolute address, or a path on this site. Letters may be those of any script.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(https?://[\\p{L}\\p{M}\\p{N}.-]+(:\\d+)?)?"
              + "/(?!/)[[!-~\\p{L}\\p{M}\\p{N}]&&[^\"<>\\\\^`{|}]]*");

  private final Edition edition;
  private final LabelsReader labels;
  private final String origin;

  public ArticleDraftReader(Edition edition, String origin) {
    this.edition = edition;
    this.labels = new LabelsReader(edition);
    this.origin = origin;
  }

  /// A new article.
  public ArticleDraft create(ObjectNode json) {
    return read(new Fields(json));
  }

  /// A new revision of an article.
  public ArticleDraft revise(ObjectNode json) {
    var fields = new Fields(json);
    fields.ignore(READ_ONLY_FIELDS);
    return read(fields);
  }

  /// What is wrong with the fields of a text that is not finished: names that no article has, and
  /// values of the wrong type. What the fields say may be wrong, missing or too much.
  public List<FieldError> misshapen(ObjectNode json) {
    var shape = json.deepCopy();
    if (shape.path("bodyHtml").isTextual()) {
      shape.put("bodyHtml", ""); // not cleaned for nothing
    }
    var fields = new Fields(shape);
    fields.ignore(READ_ONLY_FIELDS);
    draft(fields);
    return fields.faults().stream()
        .filter(fault ->
            fault.phrase().equals("error.unknownField")
                || fault.phrase().startsWith("error.wrongType"))
        .toList();
  }

  private ArticleDraft read(Fields fields) {
    var draft = draft(fields);
    fields.refuseFaults();
    return draft;
  }

  private ArticleDraft draft(Fields fields) {
    var status = status(fields);
    // A draft needs a headline alone.
    boolean whole = !status.equals(Optional.of(Status.DRAFT));
    var body = body(fields, origin, whole);
    var sent = fields.line("summary", ArticleLimits.SUMMARY);
    boolean made = fields.flag("summaryMade").orElse(false);
    var summary = sent.filter(text -> !made);
    var image = fields.object("image").map(ArticleDraftReader::image);
    var content =
        new ArticleContent(
            fields.requiredLine("headline", ArticleLimits.HEADLINE),
            dateline(fields),
            new ArticleContent.Summary(
                summary.orElseGet(() -> Text.shorten(body.lead(), ArticleLimits.MADE_SUMMARY)),
                summary.isPresent()),
            body.html(),
            image,
            labels.labels(fields, whole),
            translations(fields),
            fields.flag("commentsOpen").orElse(edition.comments().open()));
    var draft =
        new ArticleDraft(
            status.orElse(Status.DRAFT),
            content,
            pictures(body, image),
            body.cleaned(),
            related(fields),
            slug(fields),
            EditorsNotes.read(fields, status.orElse(Status.DRAFT), sent.filter(text -> made)));
    return draft;
  }

  /// Empty if it is missing or wrong.
  private static Optional<Status> status(Fields fields) {
    var word = fields.raw("status");
    if (word.isEmpty()) {
      requirePresent(fields, "status");
      return Optional.empty();
    }
    var status = Status.of(word.get()).filter(s -> s != Status.WITHDRAWN);
    if (status.isEmpty()) {
      fields.fault("status", "error.badStatus");
    }
    return status;
  }

  private static ArticleContent.Dateline dateline(Fields fields) {
    return new ArticleContent.Dateline(
        fields.line("city", ArticleLimits.LINE),
        fields.line("source", ArticleLimits.LINE),
        LabelsReader.credits(fields));
  }

  /// @param whole whether it needs readable text
  static Body body(Fields fields, String origin, boolean whole) {
    var html = fields.raw("bodyHtml");
    var body = BodyCleaner.clean(html.orElse(""), origin);
    if (html.isEmpty()) {
      if (whole) {
        requirePresent(fields, "bodyHtml");
      }
    } else if (body.fault().isPresent()) {
      name(body.fault().get(), fields);
    } else if (body.pictures().size() > ArticleLimits.PICTURES) {
      fields.fault("bodyHtml", "error.tooManyPictures", ArticleLimits.PICTURES);
    } else if (whole && !Text.visible(body.text())) {
      fields.fault("bodyHtml", html.get().isBlank() ? "error.required" : "error.emptyBody");
    }
    return body;
  }

  /// Names `bodyHtml` as wrong because of `fault`.
  public static void name(Body.Fault fault, Fields fields) {
    switch (fault) {
      case FOREIGN_PICTURE -> fields.fault("bodyHtml", "error.pictures");
      case UNDESCRIBED_PICTURE -> fields.fault("bodyHtml", "error.undescribed");
      case TOO_LARGE -> fields.fault("bodyHtml", "error.bodyTooLarge", ArticleLimits.BODY_KIB);
      case TOO_COMPLEX ->
          fields.fault(
              "bodyHtml",
              "error.bodyTooComplex",
              ArticleLimits.BODY_NODES,
              ArticleLimits.BODY_DEPTH);
    }
  }

  private static LeadImage image(Fields fields) {
    var id = fields.requiredLine("mediaId", ArticleLimits.LINE);
    if (!id.isEmpty() && !Ids.wellFormed(id)) {
      fields.fault("mediaId", "error.badId");
    }
    if (!fields.has("alt")) {
      fields.fault("alt", "error.altMissing");
    }
    return new LeadImage(
        id,
        fields.line("alt", ArticleLimits.ALT).orElse(""),
        fields.line("caption", ArticleLimits.CAPTION),
        fields.line("credit", ArticleLimits.LINE),
        FocusReader.read(fields));
  }

  private static List<Translation> translations(Fields fields) {
    var translations = new ArrayList<Translation>();
    if (!fields.has("translations")) {
      return translations;
    }
    var languages = new HashSet<String>();
    for (var one : fields.objects("translations", ArticleLimits.TRANSLATIONS)) {
      var language = one.requiredLine("language", ArticleLimits.LINE);
      var url = one.requiredLine("url", ArticleLimits.URL);
      if (!language.isEmpty() && !LANGUAGE.matcher(language).matches()) {
        one.fault("language", "error.badLanguage");
      } else if (!language.isEmpty() && !languages.add(language)) {
        one.fault("language", "error.duplicate");
      }
      var address = address(url);
      if (!url.isEmpty() && address.isEmpty()) {
        one.fault("url", "error.badUrl");
      }
      translations.add(new Translation(language, address.orElse("")));
    }
    return translations;
  }

  private static Optional<String> address(String url) {
    return Optional.of(url).filter(u -> ADDRESS.matcher(u).matches()).flatMap(WebAddress::normal);
  }

  /// The ids of the pictures, each with the field that names it.
  private static Map<String, String> pictures(Body body, Optional<LeadImage> image) {
    var pictures = new HashMap<String, String>();
    body.pictures().forEach(id -> pictures.put(id, "bodyHtml"));
    image.ifPresent(lead -> pictures.put(lead.mediaId(), "image.mediaId"));
    return pictures;
  }

  private static Optional<List<String>> related(Fields fields) {
    if (!fields.has("related")) {
      return Optional.empty();
    }
    var ids = new LinkedHashSet<String>();
    for (var id : fields.listed("related", ArticleLimits.RELATED, ArticleLimits.LINE)) {
      if (!Ids.wellFormed(id.text())) {
        fields.fault(id.path(), "error.badId");
      } else if (!ids.add(id.text())) {
        fields.fault(id.path(), "error.duplicate");
      }
    }
    return Optional.of(List.copyOf(ids));
  }

  private static Optional<String> slug(Fields fields) {
    var slug = fields.line("slug", Slug.MAX_LENGTH).map(Slug::chosen);
    if (slug.filter(String::isEmpty).isPresent()) {
      fields.fault("slug", "error.badSlug");
    }
    return slug;
  }

  /// Adds a fault if a field is absent. A field of the wrong type already has one.
  private static void requirePresent(Fields fields, String name) {
    if (!fields.has(name)) {
      fields.fault(name, "error.required");
    }
  }
}
