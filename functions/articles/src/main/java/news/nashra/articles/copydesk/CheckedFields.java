package news.nashra.articles.copydesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.draft.ArticleDraftReader;
import news.nashra.core.http.Fields;

/// Reads the texts of an article draft, any part of it, exactly as they were sent. Fields that hold
/// no text are accepted and not read. Refuses a body with 422, naming every field that is wrong.
final class CheckedFields {
  private static final List<String> LINES =
      List.of("headline", "summary", "city", "source", "byline", "publicReason");

  private static final List<String> OF_IMAGE = List.of("alt", "caption", "credit");

  /// The fields of a draft without a text to check. An article has read-only ones as well.
  private static final List<String> OTHERS =
      List.of(
          "status",
          "kind",
          "section",
          "alsoIn",
          "authors",
          "summaryMade",
          "translations",
          "related",
          "commentsOpen",
          "slug",
          "minor",
          "publishAt",
          "expireAt",
          "imported",
          "publishedAt",
          "coverage");

  private final ObjectNode json;
  private final Fields fields;
  private final Map<String, String> texts = new LinkedHashMap<>();

  private CheckedFields(ObjectNode json) {
    this.json = json;
    this.fields = new Fields(json);
  }

  /// The texts by their fields, in the order in which an editor reads them.
  static Map<String, String> read(ObjectNode json) {
    return new CheckedFields(json).read();
  }

  private Map<String, String> read() {
    LINES.forEach(name -> add(fields, "", name));
    if (fields.flag("summaryMade").orElse(false)) {
      texts.remove("summary");
    }
    add(fields, "", CopyDesk.BODY);
    fields.object("image").ifPresent(this::image);
    tags();
    add(fields, "", "correction");
    corrections();
    fields.ignore(OTHERS);
    fields.ignore(ArticleDraftReader.READ_ONLY_FIELDS);
    fields.refuseFaults();
    return texts;
  }

  private void add(Fields from, String path, String name) {
    from.raw(name).filter(text -> !text.isEmpty()).ifPresent(text -> texts.put(path + name, text));
  }

  private void image(Fields image) {
    OF_IMAGE.forEach(name -> add(image, "image.", name));
    image.ignore(List.of("mediaId", "focus"));
  }

  private void tags() {
    if (!fields.has("tags")) {
      return;
    }
    var tags = json.path("tags");
    if (!tags.isArray()) {
      fields.fault("tags", "error.wrongType.list");
    } else if (tags.size() > ArticleLimits.TAGS) {
      fields.fault("tags", "error.tooMany", ArticleLimits.TAGS);
    } else {
      for (int i = 0; i < tags.size(); i++) {
        tag("tags[" + i + "]", tags.get(i));
      }
    }
  }

  private void tag(String field, JsonNode tag) {
    if (!tag.isTextual()) {
      fields.fault(field, "error.wrongType.text");
    } else if (!tag.textValue().isEmpty()) {
      texts.put(field, tag.textValue());
    }
  }

  private void corrections() {
    if (!fields.has("corrections")) {
      return;
    }
    int i = 0;
    for (var correction : fields.objects("corrections", ArticleLimits.CORRECTIONS)) {
      add(correction, "corrections[" + i++ + "].", "text");
      correction.ignore(List.of("at"));
    }
  }
}
