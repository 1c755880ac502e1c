package news.nashra.articles.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.Credits;
import news.nashra.articles.Kind;
import news.nashra.articles.LeadImage;
import news.nashra.articles.Sections;
import news.nashra.articles.Translation;
import news.nashra.core.aws.Item;
import news.nashra.media.Focus;

/// Writes the content of an article under the field names of the API, and reads it back from the
/// table. To add a field to the content, add it here once for both.
public final class ContentCodec {
  private static final String SUMMARY_MADE = "summaryMade";

  /// The field that says whether live coverage goes on, and its two words.
  public static final String COVERAGE = "coverage";

  public static final String OPEN = "open";
  public static final String ENDED = "ended";
  public static final List<String> COVERAGE_WORDS = List.of(OPEN, ENDED);

  private ContentCodec() {}

  /// Texts, booleans, lists and maps by field name. Absent values are left out.
  public static Map<String, Object> write(ArticleContent content) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("headline", content.headline());
    fields.put("kind", content.kind().word());
    if (content.kind() == Kind.LIVE) {
      fields.put(COVERAGE, content.isLive() ? OPEN : ENDED);
    }
    put(fields, "section", content.sections().ownIfAny());
    put(fields, "alsoIn", content.sections().alsoIn());
    put(fields, "city", content.dateline().city());
    put(fields, "source", content.dateline().source());
    put(fields, "byline", content.credits().byline());
    put(fields, "authors", content.credits().authors());
    fields.put("summary", content.summary().text());
    if (!content.summary().own()) {
      fields.put(SUMMARY_MADE, true);
    }
    put(fields, "bodyHtml", Optional.of(content.bodyHtml()).filter(html -> !html.isEmpty()));
    put(fields, "image", content.image().map(ContentCodec::image));
    fields.put("tags", content.tags());
    put(
        fields,
        "translations",
        content.translations().stream().map(ContentCodec::translation).toList());
    fields.put("commentsOpen", content.commentsOpen());
    return fields;
  }

  /// The content in an item.
  static ArticleContent read(Item item) {
    return new ArticleContent(
        item.text("headline"),
        new ArticleContent.Dateline(
            item.find("city"),
            item.find("source"),
            new Credits(item.find("byline"), item.texts("authors"))),
        new ArticleContent.Summary(item.text("summary"), !item.flag(SUMMARY_MADE)),
        item.find("bodyHtml").orElse(""),
        item.find("image", ContentCodec::readImage),
        new ArticleContent.Labels(
            item.find("kind").flatMap(Kind::of).orElse(Kind.NEWS),
            new Sections(item.find("section").orElse(""), item.texts("alsoIn")),
            item.texts("tags"),
            item.find(COVERAGE).filter(ENDED::equals).isPresent()),
        item.items("translations").stream()
            .map(t -> new Translation(t.text("language"), t.text("url")))
            .toList(),
        item.flag("commentsOpen"));
  }

  private static Map<String, Object> image(LeadImage image) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("mediaId", image.mediaId());
    fields.put("alt", image.alt());
    put(fields, "caption", image.caption());
    put(fields, "credit", image.credit());
    put(fields, "focus", image.focus().map(ContentCodec::focus));
    return fields;
  }

  private static Map<String, Object> focus(Focus focus) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("x", focus.x());
    fields.put("y", focus.y());
    return fields;
  }

  private static LeadImage readImage(Item item) {
    return new LeadImage(
        item.text("mediaId"),
        item.text("alt"),
        item.find("caption"),
        item.find("credit"),
        item.find("focus", focus -> new Focus(focus.decimal("x"), focus.decimal("y"))));
  }

  private static Map<String, Object> translation(Translation translation) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("language", translation.language());
    fields.put("url", translation.url());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, Optional<?> value) {
    value.ifPresent(v -> fields.put(name, v));
  }

  private static void put(Map<String, Object> fields, String name, List<?> values) {
    if (!values.isEmpty()) {
      fields.put(name, values);
    }
  }
}
