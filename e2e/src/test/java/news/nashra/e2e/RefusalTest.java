package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.asEditor;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
  private static final String NO_SECTION =
      "لا يوجد قسم بهذا المعرّف: الأقسام هي politics, economy, society, culture, sports, technology.";

  @Test
  void withoutATokenNobodyPublishes() {
    var answer = send(request("/api/articles").POST(json(article())));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.detail()).isEqualTo("لا يحمل الطلب رمز دخول صالحا.");
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(
            send(request("/api/articles")
                    .header("Authorization", "Bearer not.a.token")
                    .POST(json(article())))
                .status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"nobody", "moderator"})
  void withoutTheGroupNobodyPublishes(String as) {
    var answer =
        send(
            request("/api/articles")
                .header("Authorization", "Bearer " + Newspaper.stack().token(as))
                .header("Content-Type", "application/json")
                .POST(json(article())));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("title").asText()).isEqualTo("غير مسموح");
    assertThat(answer.detail()).isEqualTo("حسابك ليس عضوا في المجموعة التي يحق لها هذا الإجراء.");
  }

  @Test
  void aBodyThatIsNotJsonIs400() {
    for (var bad : List.of("{not json", "")) {
      var answer = publish(bad);
      assertThat(answer.status()).as(bad).isEqualTo(400);
      assertThat(answer.detail()).isEqualTo("محتوى الطلب ليس نصا صحيحا بصيغة JSON.");
    }
    var list = publish("[]");
    assertThat(list.status()).isEqualTo(422);
    assertThat(list.detail()).isEqualTo("يجب أن يكون محتوى الطلب كائن JSON.");
    var latin1 = new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xE9, '"', '}'};
    var answer =
        send(asEditor("/api/articles").POST(HttpRequest.BodyPublishers.ofByteArray(latin1)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).isEqualTo("محتوى الطلب ليس نصا صحيحا بترميز UTF-8.");
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
  }

  @Test
  void anotherMediaTypeIs415() {
    var answer =
        send(
            request("/api/articles")
                .header("Authorization", "Bearer " + Newspaper.stack().token("editor"))
                .header("Content-Type", "text/plain")
                .POST(json(article())));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.detail()).isEqualTo("النوع المقبول هو application/json.");
  }

  @Test
  void aBodyOfMoreThanAMegabyteIs413() {
    var article = article().put("bodyHtml", "<p>" + "س".repeat(600_000) + "</p>");
    var answer = publish(article);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.detail()).isEqualTo("الحد الأقصى لحجم الطلب 1024 كيلوبايت.");
  }

  @Test
  void everyFaultyFieldIsNamed() {
    var answer =
        publish(
            "{\"headline\": 7, \"section\": \"nowhere\", \"bodyHtml\": \" \", \"tags\": \"x\","
                + " \"status\": \"scheduled\", \"image\": {}, \"colour\": 1,"
                + " \"commentsOpen\": \"yes\", \"related\": [\"x\"]}");
    assertThat(answer.status()).isEqualTo(422);
    var messages = new TreeMap<String, String>();
    answer
        .json()
        .path("errors")
        .forEach(e -> messages.put(e.path("field").asText(), e.path("message").asText()));
    assertThat(messages)
        .containsOnly(
            entry("headline", "يجب أن تكون القيمة نصا."),
            entry("section", NO_SECTION),
            entry("bodyHtml", "هذه الخانة إلزامية."),
            entry("tags", "يجب أن تكون القيمة قائمة."),
            entry("publishAt", "هذه الخانة إلزامية."),
            entry("image.mediaId", "هذه الخانة إلزامية."),
            entry("image.alt", "هذه الخانة إلزامية: صف ما في الصورة، أو أرسل \"\" إن كانت للزينة."),
            entry("colour", "هذه الخانة غير معروفة."),
            entry("commentsOpen", "يجب أن تكون القيمة true أو false."),
            entry("related[0]", "المعرّف غير صحيح."));
  }

  @Test
  void lengthsAreCountedInGraphemes() {
    var family = "👨‍👩‍👧‍👦";
    assertThat(publish(article().put("headline", family.repeat(200))).status()).isEqualTo(201);
    var answer = publish(article().put("headline", family.repeat(201)));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error("headline"))
        .isEqualTo("النص أطول من المسموح به: الحد الأقصى لعدد الأحرف 200.");
    assertThat(publish(article().put("city", "م".repeat(80))).status()).isEqualTo(201);
    assertThat(publish(article().put("city", "م".repeat(81))).error("city"))
        .isEqualTo("النص أطول من المسموح به: الحد الأقصى لعدد الأحرف 80.");
  }

  @Test
  void aForeignPictureIsRefused() {
    var answer =
        publish(article().put("bodyHtml", "<p>نص</p><img src=\"https://x.example/a.jpg\">"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error("bodyHtml"))
        .isEqualTo(
            "لا تُقبل إلا الصور التي رُفعت إلى هنا: <img data-media=\"المعرّف\" alt=\"الوصف\">.");
  }

  @Test
  void whatIsNotThereIs404() {
    var missing = read("/api/articles/01ARZ3NDEKTSV4RRFFQ69G5FAV");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.detail()).isEqualTo("لا يوجد شيء في هذا العنوان.");
    assertThat(read("/api/articles/nothing").status()).isEqualTo(404);
    assertThat(read("/api/nothing").status()).isEqualTo(404);
    assertThat(read("/api/articles?limit=0").error("limit"))
        .isEqualTo("يجب أن تكون القيمة عددا من 1 إلى 100.");
    assertThat(read("/api/articles?cursor=x").error("cursor")).isEqualTo("المؤشر غير صحيح.");
    assertThat(read("/api/articles?section=nowhere").error("section")).isEqualTo(NO_SECTION);
    var page = send(request("/nothing/here/").GET());
    assertThat(page.status()).isEqualTo(404);
  }
}
