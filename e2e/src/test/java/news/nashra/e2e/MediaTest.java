package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.put;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures from the upload to every page that shows them.
@Order(1)
class MediaTest {
  private static final String NOBODYS = "01KJ4Z6V8G0000000000000001";

  @Test
  void onlyEditorsUpload() {
    var token = "Bearer " + Newspaper.stack().token("moderator");
    for (var path : List.of("/api/media", "/api/media/" + NOBODYS)) {
      assertThat(send(request(path).GET()).status()).isEqualTo(401);
      assertThat(send(request(path).header("Authorization", token).GET()).status()).isEqualTo(403);
    }
    assertThat(read("/api/media/" + NOBODYS).status()).isEqualTo(404);
  }

  @Test
  void anUploadBecomesRenditionsThatReadersGet() {
    var announced = Photographs.announce("image/jpeg", 10);
    assertThat(announced.status()).isEqualTo(201);
    var waiting = announced.json().path("mediaId").asText();
    assertThat(read("/api/media/" + waiting).json().path("status").asText()).isEqualTo("awaiting");

    var media = Photographs.upload("image/jpeg", Photographs.photograph(1000, 800, Color.ORANGE));
    assertThat(media.path("status").asText()).as(media.toString()).isEqualTo("ready");
    assertThat(media.path("width").asInt()).isEqualTo(1000);
    assertThat(media.path("height").asInt()).isEqualTo(800);
    assertThat(media.path("renditions").size()).isEqualTo(2 * 4);
    for (var rendition : media.path("renditions")) {
      var file = get(rendition.path("url").asText());
      assertThat(file.status()).isEqualTo(200);
      assertThat(file.header("cache-control")).contains("immutable");
      assertThat(file.header("content-type")).startsWith("image/");
    }
    var newest = read("/api/media?limit=2").json();
    assertThat(newest.at("/items/0/mediaId")).isEqualTo(media.path("mediaId"));
    assertThat(newest.at("/items/1/mediaId").asText()).isEqualTo(waiting);
    assertThat(newest.path("next").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!doctype html><script>1</script>", "<svg/>", "GIF89a", "\u0089PNG"})
  void whatIsNoPictureIsRefusedInTheEditorsLanguage(String file) {
    var media = Photographs.upload("image/jpeg", file.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(media.path("status").asText()).isEqualTo("refused");
    assertThat(media.path("reason").asText())
        .isEqualTo(
            file.startsWith("GIF")
                ? "الملف ناقص أو تالف. صدّر الصورة من جديد ثم ارفعها."
                : "ليس الملف صورة JPEG أو PNG أو WebP أو GIF، أيا كان اسمه.");
    var refused = publish(article().set("image", image(media.path("mediaId").asText())));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.error("image.mediaId")).isEqualTo("لا توجد صورة جاهزة بهذا المعرّف.");
  }

  @Test
  void aPictureStandsInItsArticleAndOnTheFronts() {
    var lead = Photographs.ready(1400, 900, Color.BLUE);
    var inner = Photographs.ready(700, 500, Color.GREEN);
    var receipt =
        publish(
            article()
                .put("headline", "خبر له صورتان")
                .put(
                    "bodyHtml",
                    "<p>أول.</p><figure><img data-media=\""
                        + inner
                        + "\" alt=\"حقل\"><figcaption>حقل قمح</figcaption></figure>")
                .set("image", image(lead).put("caption", "ميناء").put("credit", "سلمى")));
    assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
    var page = get(url(receipt)).text();
    assertThat(HtmlChecker.faults(page)).isEmpty();
    assertThat(page)
        .contains("/media/" + lead + "/1280.webp 1280w", "/media/" + inner + "/700.webp 700w")
        .contains("alt=\"سفينة\"", "alt=\"حقل\"", "ميناء", "حقل قمح")
        .contains(
            "property=\"og:image\" content=\""
                + Newspaper.stack().uri()
                + "/media/"
                + lead
                + "/16x9.jpg\"")
        .doesNotContain("data-media");
    assertThat(page.split("loading=\"lazy\"", -1)).hasSize(2);
    assertThat(page.split("fetchpriority=\"high\"", -1)).hasSize(2);

    Newspaper.stack().settle();
    var home = get("/").text();
    assertThat(home).contains("/media/" + lead + "/720.webp");
    assertThat(HtmlChecker.faults(home)).isEmpty();
    var current = (ObjectNode) read("/api/articles/" + id(receipt)).json();
    assertThat(current.at("/image/mediaId").asText()).isEqualTo(lead);
    assertThat(current.at("/image/caption").asText()).isEqualTo("ميناء");

    var other = Photographs.ready(640, 400, Color.RED);
    ((ObjectNode) current.path("image")).put("mediaId", other);
    assertThat(put("/api/articles/" + id(receipt), "\"1\"", current).status()).isEqualTo(200);
    Newspaper.stack().settle();
    for (var path : List.of(url(receipt), "/", "/society/")) {
      assertThat(get(path).text()).as(path).contains(other).doesNotContain(lead);
    }
    var entries = read("/api/articles?status=published").json().path("items");
    var entry =
        entries
            .valueStream()
            .filter(e -> e.path("id").asText().equals(id(receipt)))
            .findFirst()
            .orElseThrow();
    assertThat(entry.at("/image/mediaId").asText()).isEqualTo(other);
    current.remove("image");
    assertThat(put("/api/articles/" + id(receipt), "\"2\"", current).status()).isEqualTo(200);
    assertThat(get(url(receipt)).text()).doesNotContain(other);
  }

  @Test
  void aPictureThatIsNotReadyIsNamed() {
    var waiting = Photographs.announce("image/png", 10).json().path("mediaId").asText();
    var ready = Photographs.ready(100, 100, Color.PINK);
    for (var bad : List.of(waiting, NOBODYS, "x", "")) {
      var lead = publish(article().set("image", image(bad)));
      assertThat(lead.status()).as(bad).isEqualTo(422);
      assertThat(lead.error("image.mediaId"))
          .as(bad)
          .isEqualTo(
              switch (bad) {
                case "x" -> "المعرّف غير صحيح.";
                case "" -> "هذه الخانة إلزامية.";
                default -> "لا توجد صورة جاهزة بهذا المعرّف.";
              });
    }
    var body = article().put("bodyHtml", "<p>x</p><img data-media='" + waiting + "' alt=''>");
    assertThat(publish(body).error("bodyHtml")).isEqualTo("لا توجد صورة جاهزة بهذا المعرّف.");
    assertThat(post("/api/articles/preview", body).error("bodyHtml"))
        .isEqualTo("لا توجد صورة جاهزة بهذا المعرّف.");
    assertThat(
            publish(article().put("bodyHtml", "<p>x</p><img data-media='" + ready + "'>"))
                .error("bodyHtml"))
        .isEqualTo("في النص صورة بلا alt: صف ما فيها، أو اكتب alt=\"\" إن كانت للزينة.");
    assertThat(
            publish(article().put("bodyHtml", "<p>x</p><img src='https://a.example/b.png' alt=''>"))
                .error("bodyHtml"))
        .isEqualTo(
            "لا تُقبل إلا الصور التي رُفعت إلى هنا: <img data-media=\"المعرّف\" alt=\"الوصف\">.");
    var undescribed = image(ready);
    undescribed.remove("alt");
    assertThat(publish(article().set("image", undescribed)).error("image.alt"))
        .isEqualTo("هذه الخانة إلزامية: صف ما في الصورة، أو أرسل \"\" إن كانت للزينة.");
    var strange = image(ready).put("colour", "red");
    assertThat(publish(article().set("image", strange)).error("image.colour"))
        .isEqualTo("هذه الخانة غير معروفة.");
    assertThat(publish(article().put("image", "x")).error("image"))
        .isEqualTo("يجب أن تكون القيمة كائنا.");
    assertThat(publish(article().set("image", image(ready).put("alt", ""))).status())
        .isEqualTo(201);
  }

  private static ObjectNode image(String mediaId) {
    return object().put("mediaId", mediaId).put("alt", "سفينة");
  }
}
