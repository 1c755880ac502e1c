package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import news.nashra.articles.Credits;
import news.nashra.articles.Kind;
import news.nashra.articles.Sections;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.Ids;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Press;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Addresses;
import news.nashra.site.Edition;
import news.nashra.site.Section;
import news.nashra.site.Site;
import news.nashra.testing.Editor;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The kind of an article, its other sections and its authors: what is refused, stored and listed.
@NullUnmarked
class LabelsTest {
  @RegisterExtension
  static final LocalServices SERVICES =
      LocalServices.with().table("articles").table("comments").table("media").bucket("pages");

  private static final Instant NOW = Instant.parse("2026-02-23T08:00:00Z");

  private final Edition edition = edition();
  private final Table articles = new Table(SERVICES.dynamoDb(), "articles");
  private final Table media = new Table(SERVICES.dynamoDb(), "media");
  private final Pictures pictures =
      new Pictures(media, new PictureFiles(SERVICES.s3(), "pages", "uploads"));
  private final ReadArticles read = new ReadArticles(edition, articles);
  private final Editor editor =
      new Editor(
          new PublishArticle(
              Site.of(edition, "https://news.example"),
              articles,
              new Table(SERVICES.dynamoDb(), "comments"),
              pictures,
              new Press(Bucket.of(SERVICES.s3(), "pages"), () -> NOW),
              new Ids(() -> NOW),
              () -> NOW));

  @BeforeEach
  void recordAuthors() {
    var authors =
        new EditAuthors(
            Site.of(edition, "https://news.example").messages(), articles, media, () -> NOW);
    for (var name : List.of("Omar", "Salma")) {
      HttpEvent.of("PUT /api/authors/{slug}")
          .as("editors")
          .path("slug", name.toLowerCase(Locale.ROOT))
          .json(Map.of("name", name))
          .sendTo(authors)
          .expect(201);
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/labels/refused.csv", delimiter = '|', quoteCharacter = '\'')
  void whatIsWrongIsNamed(String labels, String field, String message) {
    for (var event : List.of(Editor.creation(draft(labels)), preview(labels))) {
      var errors = event.sendTo(editor.function()).expect(422).json().path("errors");
      assertThat(errors).hasSize(1);
      assertThat(errors.path(0).path("field").asText()).isEqualTo(field);
      assertThat(errors.path(0).path("message").asText()).isEqualTo(message);
    }
  }

  @Test
  void whatIsReadCanBeSentBackUnchanged() {
    var id =
        editor.publish(
            draft(
                """
                {"kind": "opinion", "alsoIn": ["sports", "culture"],
                "authors": ["salma", "omar"], "byline": "A. Guest"}\
                """));
    var article = article(id);
    assertThat(article.path("kind").asText()).isEqualTo("opinion");
    assertThat(article.path("alsoIn")).isEqualTo(Json.read("[\"sports\", \"culture\"]"));
    assertThat(article.path("authors")).isEqualTo(Json.read("[\"salma\", \"omar\"]"));
    assertThat(article.path("byline").asText()).isEqualTo("A. Guest");
    var same = new HashMap<String, Object>();
    article.properties().forEach(field -> same.put(field.getKey(), field.getValue()));
    editor.revise(id, 1, same);
    assertThat(article(id)).isEqualTo(((ObjectNode) article).deepCopy().put("revision", 2));
  }

  @Test
  void anArticleWithoutLabelsIsNewsOfItsSectionAlone() {
    var article = article(editor.publish(draft("{}")));
    assertThat(article.path("kind").asText()).isEqualTo("news");
    assertThat(article.has("alsoIn")).isFalse();
    assertThat(article.has("authors")).isFalse();
  }

  @Test
  void anArticleFromBeforeIsNewsOfItsSectionAlone() {
    var id = editor.publish(draft("{\"kind\": \"opinion\"}"));
    var head = articles.get("ARTICLE#" + id, "HEAD").orElseThrow();
    var before = new HashMap<>(head.attributes());
    before.remove("kind");
    articles.put(new Item(before));
    var content = ArticleItems.find(articles, id).orElseThrow().content();
    assertThat(content.kind()).isEqualTo(Kind.NEWS);
    assertThat(content.sections()).isEqualTo(Sections.of("society"));
    assertThat(content.credits()).isEqualTo(Credits.NONE);
    assertThat(article(id).path("kind").asText()).isEqualTo("news");
  }

  @Test
  void listsFollowTheSectionsAndAuthors() {
    var id =
        editor.publish(draft("{\"alsoIn\": [\"sports\"], \"authors\": [\"omar\", \"salma\"]}"));
    assertThat(lists())
        .containsExactlyInAnyOrder(
            "published",
            "changed",
            "word#headline",
            "section#society",
            "section#sports",
            "author#omar",
            "author#salma");
    assertThat(listed("sports")).containsExactly(id);
    editor.revise(id, 1, draft("{\"alsoIn\": [\"culture\"], \"authors\": [\"salma\"]}"));
    assertThat(lists())
        .containsExactlyInAnyOrder(
            "published",
            "changed",
            "word#headline",
            "section#society",
            "section#culture",
            "author#salma");
    assertThat(listed("sports")).isEmpty();
    editor.withdraw(id);
    assertThat(lists()).containsExactlyInAnyOrder("withdrawn", "changed", "word#headline");
    assertThat(listed("culture")).containsExactly(id);
  }

  @Test
  void aDraftIsFoundInEachOfItsSections() {
    var draft = new HashMap<>(draft("{\"alsoIn\": [\"sports\"]}"));
    draft.put("status", "draft");
    var id = editor.publish(draft);
    assertThat(listed("society")).containsExactly(id);
    assertThat(listed("sports")).containsExactly(id);
    assertThat(listed("culture")).isEmpty();
  }

  @Test
  void aBylineThatNamesAnAuthorAgainIsPrintedOnce() {
    var receipt = editor.create(draft("{\"authors\": [\"omar\"], \"byline\": \"OMAR\"}"));
    var page = SERVICES.text("pages", Addresses.key(receipt.path("url").asText()));
    assertThat(page)
        .contains("<span>By <a rel=\"author\" href=\"/authors/omar/\"><bdi>Omar</bdi></a></span>");
  }

  private JsonNode article(String id) {
    return HttpEvent.of("GET /api/articles/{id}")
        .as("editors")
        .path("id", id)
        .sendTo(read)
        .expect(200)
        .json();
  }

  private List<String> listed(String section) {
    var answer = HttpEvent.of("GET /api/articles").as("editors").query("section", section);
    return answer.sendTo(read).expect(200).json().path("items").findValuesAsText("id");
  }

  /// The lists that have an entry.
  private static List<String> lists() {
    return SERVICES.dynamoDb().scan(r -> r.tableName("articles")).items().stream()
        .map(item -> item.get("pk").s())
        .filter(pk -> pk.startsWith("LIST#"))
        .map(pk -> pk.substring("LIST#".length()))
        .toList();
  }

  private static HttpEvent preview(String labels) {
    return HttpEvent.of("POST /api/articles/preview").as("editors").json(draft(labels));
  }

  private static Map<String, Object> draft(String labels) {
    var draft = new HashMap<String, Object>();
    draft.put("headline", "Headline");
    draft.put("section", "society");
    draft.put("bodyHtml", "<p>Text</p>");
    draft.put("status", "published");
    Json.read(labels).properties().forEach(field -> draft.put(field.getKey(), field.getValue()));
    return draft;
  }

  private static Edition edition() {
    var e = Edition.load();
    var sections = Stream.of("society", "sports", "culture", "economy");
    return new Edition(
        e.masthead(),
        new Edition.Region("en", "GB", e.timeZone(), List.of(Locale.UK), e.region().clock()),
        sections.map(id -> new Section(id, id)).toList(),
        e.comments(),
        e.feeds(),
        e.imprint());
  }
}
