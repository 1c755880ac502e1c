package news.nashra.articles.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.Kind;
import news.nashra.articles.authors.AuthorLimits;
import news.nashra.articles.live.LiveLimits;
import news.nashra.comments.CommentLimits;
import news.nashra.media.MediaLimits;
import news.nashra.site.Edition;
import news.nashra.site.HomepageLimits;
import news.nashra.testing.HttpEvent;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ReadEditionTest {
  private static final Map<String, Class<?>> LIMITS =
      Map.of(
          "article", ArticleLimits.class,
          "author", AuthorLimits.class,
          "comment", CommentLimits.class,
          "homepage", HomepageLimits.class,
          "live", LiveLimits.class,
          "media", MediaLimits.class);

  private final Edition edition = Edition.load();
  private final ReadEdition read = new ReadEdition(edition, InstantSource.system());

  /// A limit whose name or type is not told fails here, and so does one that nobody told before.
  @Test
  void everyLimitOfTheServerIsTold() throws IllegalAccessException {
    var limits = edition("editors").path("limits");
    assertThat(names(limits)).isEqualTo(LIMITS.keySet());
    for (var kind : LIMITS.entrySet()) {
      var told = limits.path(kind.getKey());
      var names = new HashSet<String>();
      for (var constant : constants(kind.getValue())) {
        var name =
            told.properties().stream()
                .map(Map.Entry::getKey)
                .filter(n -> n.equalsIgnoreCase(constant.getName().replace("_", "")))
                .findFirst();
        assertThat(name).as(constant.toString()).isPresent();
        assertThat(told.path(name.get()).longValue())
            .as(constant.toString())
            .isEqualTo(((Number) constant.get(null)).longValue());
        names.add(name.get());
      }
      assertThat(names(told)).isEqualTo(names);
    }
  }

  @Test
  void limitsHaveTheNamesOfTheirConstants() {
    var limits = edition("editors").path("limits");
    assertThat(limits.at("/article/headline").asInt()).isEqualTo(200);
    assertThat(limits.at("/article/madeSummary").asInt()).isEqualTo(220);
    assertThat(limits.at("/article/bodyKib").asInt()).isEqualTo(200);
    assertThat(limits.at("/comment/body").asInt()).isEqualTo(2000);
    assertThat(limits.at("/media/uploadBytes").asLong()).isEqualTo(26_214_400);
    assertThat(limits.at("/author/bio").asInt()).isEqualTo(2000);
  }

  @Test
  void anApplicationLearnsWhatNewspaperItIs() {
    for (var group : List.of("editors", "moderators")) {
      var json = edition(group);
      assertThat(json.path("name").asText()).isEqualTo(edition.name());
      assertThat(json.path("language").asText()).isEqualTo("ar");
      assertThat(json.path("direction").asText()).isEqualTo("rtl");
      assertThat(json.path("timeZone").asText()).isEqualTo(edition.timeZone().getId());
      assertThat(json.path("times").asText()).isEqualTo("gmt");
      assertThat(json.at("/zoneTransitions/0/offsetSeconds").isInt()).isTrue();
      assertThat(json.path("sections")).hasSameSizeAs(edition.sections());
      assertThat(json.at("/sections/0/name").asText())
          .isEqualTo(edition.sections().getFirst().name());
      assertThat(json.path("kinds").findValuesAsText("kind")).isEqualTo(Kind.words());
      assertThat(json.path("mediaTypes"))
          .hasToString("[\"image/jpeg\",\"image/png\",\"image/webp\",\"image/gif\"]");
      assertThat(json.at("/comments/moderation").asText())
          .isEqualTo(edition.comments().moderation());
    }
  }

  @Test
  void nobodyElseIsTold() {
    HttpEvent.of("GET /api/edition").as("readers").query("x", "1").sendTo(read).expect(403);
    HttpEvent.of("GET /api/edition").as("moderators").query("x", "1").sendTo(read).expect(422);
  }

  private JsonNode edition(String group) {
    return HttpEvent.of("GET /api/edition").as(group).sendTo(read).expect(200).json();
  }

  private static List<Field> constants(Class<?> limits) {
    return Arrays.stream(limits.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
        .filter(field -> Modifier.isPublic(field.getModifiers()))
        .toList();
  }

  private static Set<String> names(JsonNode object) {
    var names = new HashSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
