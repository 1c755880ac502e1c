package news.nashra.articles.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.nashra.articles.Article;
import news.nashra.articles.Entry;
import news.nashra.articles.Interruption;
import news.nashra.articles.Schedule;
import news.nashra.articles.Status;
import news.nashra.articles.authors.AuthorItems;
import news.nashra.articles.store.ContentCodec;
import news.nashra.core.Instants;
import news.nashra.core.press.PageResult;
import news.nashra.media.PictureRemoval;
import org.jspecify.annotations.Nullable;

/// Articles, entries and receipts as the API sends them. Absent values are left out.
final class ArticleJson {
  private ArticleJson() {}

  private record CorrectionJson(String at, String text) {}

  private record ImageJson(String mediaId, String alt, @Nullable String credit) {}

  static Map<String, Object> article(Article article) {
    var json = identity(article);
    json.putAll(ContentCodec.write(article.content()));
    if (!article.leavesRelatedOpen()) {
      json.put("related", article.references().relatedIds());
    }
    put(json, "slug", article.place().slug());
    put(json, "publishedAt", article.publishedAt().map(Instants::format));
    schedule(json, article.schedule());
    json.put("updatedAt", Instants.format(article.updatedAt()));
    json.put("revisedAt", Instants.format(article.revision().at()));
    json.put("editor", article.revision().editor());
    if (!article.corrections().isEmpty()) {
      json.put(
          "corrections",
          article.corrections().stream()
              .map(c -> new CorrectionJson(Instants.format(c.at()), c.text()))
              .toList());
    }
    put(json, "reason", article.revision().reason());
    put(json, "publicReason", article.revision().publicReason());
    if (article.timeline().imported()) {
      json.put("imported", true);
    }
    put(
        json,
        "interruptions",
        article.timeline().interruptions().stream().map(ArticleJson::interruption).toList());
    return json;
  }

  private static Map<String, Object> interruption(Interruption interruption) {
    var json = new LinkedHashMap<String, Object>();
    json.put("from", Instants.format(interruption.from()));
    put(json, "to", interruption.to().map(Instants::format));
    return json;
  }

  /// What readers see of a published article, in short.
  static Map<String, Object> publicPart(Article article) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", article.id());
    put(json, "url", article.path());
    json.put("headline", article.content().headline());
    json.put("bodyHtml", article.content().bodyHtml());
    put(json, "publishedAt", article.publishedAt().map(Instants::format));
    json.put("updatedAt", Instants.format(article.updatedAt()));
    return json;
  }

  private static void schedule(Map<String, Object> json, Schedule schedule) {
    put(json, "publishAt", schedule.publishAt().map(Instants::format));
    put(json, "expireAt", schedule.expireAt().map(Instants::format));
    schedule
        .release()
        .ifPresent(release -> {
          json.put("releasedAt", Instants.format(release.at()));
          json.put("lateMillis", release.lateMillis());
        });
  }

  static Map<String, Object> revision(Article article) {
    var json = new LinkedHashMap<String, Object>();
    json.put("revision", article.revision().number());
    json.put("status", article.status().word());
    json.put("headline", article.content().headline());
    json.put("updatedAt", Instants.format(article.updatedAt()));
    json.put("revisedAt", Instants.format(article.revision().at()));
    json.put("editor", article.revision().editor());
    return json;
  }

  static Map<String, Object> entry(Entry entry, Status status) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", entry.id());
    json.put("status", status.word());
    put(json, "url", entry.path().filter(path -> status == Status.PUBLISHED));
    json.put("headline", entry.headline());
    json.put("kind", entry.kind().word());
    put(json, "section", entry.sections().ownIfAny());
    put(json, "alsoIn", entry.sections().alsoIn());
    json.put("summary", entry.summary());
    put(json, "byline", entry.credits().byline());
    put(json, "authors", entry.credits().authors());
    put(
        json,
        "image",
        entry.image().map(i -> new ImageJson(i.picture().id(), i.alt(), i.credit().orElse(null))));
    if (status == Status.SCHEDULED) {
      json.put("publishAt", Instants.format(entry.listedAt()));
    }
    put(json, "publishedAt", entry.publishedAt().map(Instants::format));
    json.put("updatedAt", Instants.format(entry.updatedAt()));
    json.put("revisedAt", Instants.format(entry.revisedAt()));
    return json;
  }

  /// @param cleaned what was dropped from the body
  static Map<String, Object> receipt(
      Article article, List<PageResult> pressed, List<String> cleaned, long millis) {
    var json = identity(article);
    json.put("pressed", pages(pressed));
    if (article.status() == Status.WITHDRAWN) {
      json.put("removed", pressed.stream().flatMap(ArticleJson::removed).toList());
    }
    json.put("cleaned", cleaned);
    json.put("millis", millis);
    return json;
  }

  /// The receipt of a withdrawal that took pictures away as well.
  static Map<String, Object> withPictures(
      Map<String, Object> receipt, PictureRemoval.Result pictures) {
    var removed = new ArrayList<Object>((List<?>) receipt.getOrDefault("removed", List.of()));
    removed.addAll(pictures.keys());
    receipt.put("removed", removed);
    receipt.put(
        "kept",
        pictures.kept().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(kept -> kept(kept.getKey(), kept.getValue()))
            .toList());
    return receipt;
  }

  private static Map<String, Object> kept(String picture, String user) {
    var json = new LinkedHashMap<String, Object>();
    json.put("mediaId", picture);
    if (AuthorItems.isAuthor(user)) {
      json.put("author", AuthorItems.slug(user));
    } else {
      json.put("article", user);
    }
    return json;
  }

  private static Map<String, Object> identity(Article article) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", article.id());
    json.put("revision", article.revision().number());
    json.put("status", article.status().word());
    put(json, "url", article.path().filter(path -> article.status() == Status.PUBLISHED));
    return json;
  }

  /// The pages that were pressed, as receipts list them.
  static List<Map<String, Object>> pages(List<PageResult> results) {
    return results.stream().flatMap(ArticleJson::page).toList();
  }

  private static Stream<Map<String, Object>> page(PageResult result) {
    return switch (result) {
      case PageResult.Written w -> Stream.of(page(w.key(), w.etag(), w.bytes()));
      case PageResult.Unchanged u -> Stream.of(page(u.key(), u.etag(), u.bytes()));
      case PageResult.Removed removed -> Stream.empty();
      case PageResult.AlreadyAbsent absent -> Stream.empty();
      case PageResult.Kept kept -> Stream.empty();
      case PageResult.Differs differs -> Stream.empty(); // no answer of an editor's request
    };
  }

  /// The key of a page that is gone, whether this request or the stream removed it.
  private static Stream<String> removed(PageResult result) {
    return switch (result) {
      case PageResult.Removed r -> Stream.of(r.key());
      case PageResult.AlreadyAbsent absent -> Stream.of(absent.key());
      case PageResult.Written written -> Stream.empty();
      case PageResult.Unchanged unchanged -> Stream.empty();
      case PageResult.Kept kept -> Stream.empty();
      case PageResult.Differs differs -> Stream.empty();
    };
  }

  private static Map<String, Object> page(String key, String etag, int bytes) {
    var json = new LinkedHashMap<String, Object>();
    json.put("key", key);
    json.put("etag", etag);
    json.put("bytes", bytes);
    return json;
  }

  private static void put(Map<String, Object> json, String name, Optional<?> value) {
    value.ifPresent(v -> json.put(name, v));
  }

  private static void put(Map<String, Object> json, String name, List<?> values) {
    if (!values.isEmpty()) {
      json.put(name, values);
    }
  }
}
