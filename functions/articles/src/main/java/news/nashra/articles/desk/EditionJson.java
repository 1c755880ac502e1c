package news.nashra.articles.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.Kind;
import news.nashra.articles.authors.AuthorLimits;
import news.nashra.articles.live.LiveLimits;
import news.nashra.comments.CommentLimits;
import news.nashra.media.Format;
import news.nashra.media.MediaLimits;
import news.nashra.site.CommentPolicy;
import news.nashra.site.Edition;
import news.nashra.site.HomepageLimits;
import news.nashra.site.Messages;

/// An edition as the API tells it to editors and moderators.
final class EditionJson {
  private EditionJson() {}

  private record SectionJson(String id, String name, String path) {}

  private record KindJson(String kind, String name) {}

  private record CommentsJson(
      boolean open, String moderation, int closeAfterDays, String termsVersion) {}

  static Map<String, Object> of(Edition edition, Messages messages, Instant now) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", edition.name());
    json.put("tagline", edition.tagline());
    json.put("language", edition.language());
    json.put("country", edition.region().country());
    json.put("direction", edition.direction());
    json.put("timeZone", edition.timeZone().getId());
    json.put("zoneTransitions", ZoneTransitions.of(edition.timeZone().getRules(), now));
    json.put("times", edition.region().clock().name().toLowerCase(Locale.ROOT));
    json.put("monthNames", edition.monthNames().stream().map(Locale::toLanguageTag).toList());
    json.put(
        "sections",
        edition.sections().stream().map(s -> new SectionJson(s.id(), s.name(), s.path())).toList());
    json.put("kinds", kinds(messages));
    json.put("mediaTypes", Format.mediaTypes());
    json.put("comments", comments(edition.comments()));
    json.put("limits", limits());
    return json;
  }

  private static List<KindJson> kinds(Messages messages) {
    return List.of(Kind.values()).stream()
        .map(kind ->
            new KindJson(kind.word(), kind.label(messages).orElse(messages.get("kind.news"))))
        .toList();
  }

  private static CommentsJson comments(CommentPolicy policy) {
    return new CommentsJson(
        policy.open(), policy.moderation(), policy.closeAfterDays(), policy.termsVersion());
  }

  private static Map<String, Map<String, Long>> limits() {
    var limits = new LinkedHashMap<String, Map<String, Long>>();
    limits.put("article", Constants.of(ArticleLimits.class));
    limits.put("author", Constants.of(AuthorLimits.class));
    limits.put("comment", Constants.of(CommentLimits.class));
    limits.put("homepage", Constants.of(HomepageLimits.class));
    limits.put("live", Constants.of(LiveLimits.class));
    limits.put("media", Constants.of(MediaLimits.class));
    return limits;
  }
}
