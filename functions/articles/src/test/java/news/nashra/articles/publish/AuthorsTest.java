package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.site.Messages;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Editors create, read, replace and list the records of authors.
@NullUnmarked
class AuthorsTest {
  @RegisterExtension
  static final LocalServices SERVICES = LocalServices.with().table("articles").table("media");

  private static final Instant NOW = Instant.parse("2026-02-23T08:00:00Z");
  private static final Pattern REPEATED = Pattern.compile("(.)×(\\d+)");
  private static final String PICTURE = "01KJ5Y3R8000000000000000P1";

  private final EditAuthors function =
      new EditAuthors(
          Messages.load("en"),
          new Table(SERVICES.dynamoDb(), "articles"),
          new Table(SERVICES.dynamoDb(), "media"),
          () -> NOW);

  @Test
  void aNewRecordIsReadAsItWasWritten() {
    upload();
    var record =
        """
        {"name": " Salma  Ben Ali ", "role": "Reporter", "bio": "One.\\r\\n\\r\\n\\r\\nTwo.",
        "mediaId": "%s", "focus": {"x": 0.5, "y": 0.20004}, "links": ["https://social.example/@salma"]}
        """
            .formatted(PICTURE);
    var created = put("سلمى-بن-علي", record).expect(201);
    assertThat(created.header("location"))
        .isEqualTo("/api/authors/%D8%B3%D9%84%D9%85%D9%89-%D8%A8%D9%86-%D8%B9%D9%84%D9%8A");
    assertThat(created.header("etag")).isEqualTo("\"1\"");
    var read = get("سلمى-بن-علي").expect(200);
    assertThat(read.header("etag")).isEqualTo("\"1\"");
    assertThat(read.json())
        .isEqualTo(created.json())
        .isEqualTo(
            Json.read(
                """
                {"slug": "سلمى-بن-علي", "revision": 1, "name": "Salma Ben Ali", "role": "Reporter",
                "bio": "One.\\n\\nTwo.", "mediaId": "%s", "focus": {"x": 0.5, "y": 0.2},
                "links": ["https://social.example/@salma"],
                "updatedAt": "2026-02-23T08:00:00.000Z", "editor": "someone"}
                """
                    .formatted(PICTURE)));
  }

  @Test
  void whatIsReadCanBeSentBackUnchanged() {
    put("omar", "{\"name\": \"Omar\", \"links\": [\"https://a.example\"]}").expect(201);
    var read = (ObjectNode) get("omar").json();
    var again = put("omar", read.toString(), "if-match", "\"1\"").expect(200).json();
    assertThat(again).isEqualTo(read.deepCopy().put("revision", 2));
  }

  @Test
  void onlyWhoReadARecordReplacesIt() {
    var omar = "{\"name\": \"Omar\"}";
    assertThat(put("omar", omar, "if-match", "\"1\"").status()).isEqualTo(412);
    assertThat(put("omar", omar, "if-match", "*").status()).isEqualTo(412);
    put("omar", omar).expect(201);
    assertThat(put("omar", omar).status()).isEqualTo(428);
    assertThat(put("omar", omar, "if-match", "*").status()).isEqualTo(428);
    assertThat(put("omar", omar, "if-match", "\"2\"").status()).isEqualTo(412);
    assertThat(put("omar", "{\"name\": \"O.\"}", "if-match", "\"1\"").header("etag"))
        .isEqualTo("\"2\"");
    assertThat(get("omar").json().path("name").asText()).isEqualTo("O.");
  }

  @Test
  void theListIsInTheOrderOfSlugsPageByPage() {
    for (var slug : List.of("salma", "omar", "جاد")) {
      put(slug, "{\"name\": \"" + slug + "\", \"bio\": \"A bio\"}").expect(201);
    }
    var first = list(Map.of("limit", "2")).expect(200).json();
    assertThat(first.path("items").findValuesAsText("slug")).containsExactly("omar", "salma");
    assertThat(first.path("items").findValues("bio")).isEmpty();
    var next = Map.of("limit", "2", "cursor", first.path("next").asText());
    var rest = list(next).expect(200).json();
    assertThat(rest.path("items").findValuesAsText("slug")).containsExactly("جاد");
    assertThat(rest.has("next")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://موقع.مصر/سلمى, https://xn--4gbrim.xn--wgbh1c/%D8%B3%D9%84%D9%85%D9%89",
    "https://A.Example:443/x/../y?z, https://a.example/y?z",
  })
  void aLinkIsStoredAsBrowsersWriteIt(String sent, String stored) {
    var record = Json.write(Map.of("name", "Salma", "links", List.of(sent)));
    assertThat(put("salma", record).expect(201).json().at("/links/0").asText()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!", "T21hcg"})
  void aCursorOfAnotherListIsRefused(String cursor) {
    var answer = list(Map.of("cursor", cursor)).expect(422);
    assertThat(fault(answer)).isEqualTo("cursor: This cursor does not belong to this list.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Omar", "omar z", "omar_z", "-omar", "..", "عُمر", "AUTHOR#x", ""})
  void aSlugThatIsNoAddressIsRefused(String slug) {
    var answer = put(slug, "{\"name\": \"Omar\"}").expect(422);
    assertThat(fault(answer)).startsWith("slug: This cannot be used as a page address.");
    assertThat(get(slug).status()).isEqualTo(404);
  }

  @Test
  void aSlugThatIsLongerThanAKeyIsUnknown() {
    assertThat(get("a".repeat(2500)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/authors/refused.csv", delimiter = '|', quoteCharacter = '\'')
  void whatIsWrongIsNamed(String record, String field, String message) {
    var body = REPEATED.matcher(record).replaceAll(m -> m.group(1).repeat(number(m.group(2))));
    var answer = put("salma", body).expect(422);
    assertThat(fault(answer)).isEqualTo(field + ": " + message);
    assertThat(get("salma").status()).isEqualTo(404);
  }

  @Test
  void aBodyOfMoreThan64KibIsRefused() {
    var large = "{\"name\": \"Omar\"" + " ".repeat(65 * 1024) + "}";
    assertThat(put("omar", large).status()).isEqualTo(413);
  }

  @Test
  void onlyEditorsSeeRecords() {
    var event = HttpEvent.of("GET /api/authors").as("moderators");
    assertThat(event.sendTo(function).status()).isEqualTo(403);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static String fault(HttpAnswer answer) {
    JsonNode errors = answer.json().path("errors");
    assertThat(errors).as(answer.body()).hasSize(1);
    return errors.path(0).path("field").asText() + ": " + errors.path(0).path("message").asText();
  }

  private HttpAnswer put(String slug, String record, String... condition) {
    var event = HttpEvent.of("PUT /api/authors/{slug}").as("editors").path("slug", slug);
    if (condition.length > 0) {
      event.header(condition[0], condition[1]);
    }
    return event.json(record).sendTo(function);
  }

  private HttpAnswer get(String slug) {
    return HttpEvent.of("GET /api/authors/{slug}")
        .as("editors")
        .path("slug", slug)
        .sendTo(function);
  }

  private HttpAnswer list(Map<String, String> query) {
    var event = HttpEvent.of("GET /api/authors").as("editors");
    query.forEach(event::query);
    return event.sendTo(function);
  }

  private static void upload() {
    new Table(SERVICES.dynamoDb(), "media")
        .put(
            Item.at("MEDIA", PICTURE)
                .with("filename", "face.jpg")
                .with("contentType", "image/jpeg")
                .with("bytes", (long) "picture".getBytes(StandardCharsets.UTF_8).length)
                .with("editor", "someone")
                .with("createdAt", NOW)
                .with("status", "ready")
                .with("picture", PICTURE + " 640 800 #8a7a5c 320 640"));
  }
}
