package news.nashra.articles.publish;

import static news.nashra.articles.publish.ShownPictures.article;
import static news.nashra.articles.publish.ShownPictures.inText;
import static news.nashra.articles.publish.ShownPictures.plain;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Table;
import news.nashra.site.Messages;
import news.nashra.testing.Editor;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Pictures that are taken away with an article, `{"media": true}`.
@NullUnmarked
@Order(1)
class WithdrawnPicturesTest {
  @RegisterExtension static final LocalServices SERVICES = ShownPictures.empty();

  private MovableClock clock;
  private ShownPictures pictures;
  private Editor editor;

  @BeforeEach
  void start() {
    clock = new MovableClock(Instant.parse("2026-02-23T08:00:00Z"));
    pictures = new ShownPictures(SERVICES, clock);
    editor = new Editor(pictures.publish());
  }

  @Test
  void everyFileOfThePicturesIsGone() {
    var lead = pictures.ready();
    var other = pictures.ready();
    var article = inText(other);
    article.put("image", Map.of("mediaId", lead, "alt", "", "focus", Map.of("x", 0.2, "y", 0.9)));
    var receipt = editor.create(article);
    var files = pictures.files(lead);
    assertThat(files).hasSize(10);
    files.addAll(pictures.files(other));
    var removed = removed(withdraw(receipt.path("id").asText()));
    assertThat(removed).containsAll(files).hasSize(files.size() + 1);
    assertThat(removed).anyMatch(key -> key.endsWith("index.html"));
    assertThat(SERVICES.keys("uploads")).isEmpty();
    assertThat(SERVICES.keys("pages")).noneMatch(key -> key.startsWith("media/"));
    assertThat(pictures.status(lead)).isEqualTo("removed");
  }

  @Test
  void withoutMediaThePicturesStay() {
    var id = pictures.ready();
    editor.withdraw(editor.publish(article(id)));
    assertThat(pictures.files(id)).hasSize(7);
    assertThat(pictures.status(id)).isEqualTo("ready");
  }

  @Test
  void aPictureThatAnotherArticleShowsStays() {
    var id = pictures.ready();
    var other = editor.publish(inText(id));
    var receipt = withdraw(editor.publish(article(id)));
    assertThat(removed(receipt)).noneMatch(key -> key.contains(id));
    assertThat(receipt.path("kept"))
        .hasToString("[{\"mediaId\":\"%s\",\"article\":\"%s\"}]".formatted(id, other));
    assertThat(pictures.files(id)).hasSize(7);
    editor.publish(article(id)); // it may still be shown
  }

  @Test
  void thePortraitOfAnAuthorStays() {
    var id = pictures.ready();
    var authors =
        new EditAuthors(
            Messages.load("en"),
            new Table(SERVICES.dynamoDb(), "articles"),
            new Table(SERVICES.dynamoDb(), "media"),
            clock);
    HttpEvent.of("PUT /api/authors/{slug}")
        .as("editors")
        .path("slug", "salma")
        .json(Map.of("name", "Salma", "mediaId", id))
        .sendTo(authors)
        .expect(201);
    clock.move(Duration.ofHours(1));
    var receipt = withdraw(editor.publish(article(id)));
    assertThat(receipt.path("kept"))
        .hasToString("[{\"mediaId\":\"%s\",\"author\":\"salma\"}]".formatted(id));
    assertThat(pictures.files(id)).hasSize(7);
  }

  @Test
  void aPictureInADraftStays() {
    var id = pictures.ready();
    var draft = article(id);
    draft.put("status", "draft");
    editor.publish(draft);
    withdraw(editor.publish(article(id)));
    assertThat(pictures.files(id)).hasSize(7);
  }

  @Test
  void whatOtherArticlesShowedEarlierGoes() {
    var id = pictures.ready();
    editor.withdraw(editor.publish(article(id)));
    editor.revise(editor.publish(article(id)), 1, plain());
    var last = editor.publish(article(id));
    clock.move(Duration.ofMinutes(2));
    withdraw(last);
    assertThat(pictures.files(id)).isEmpty();
  }

  @Test
  void aRepeatedRequestHasTheSameReceipt() {
    var article = editor.publish(article(pictures.ready()));
    var first = withdraw(article);
    assertThat(removed(withdraw(article))).isEqualTo(removed(first));
    HttpEvent.of("POST /api/articles/{id}/withdraw")
        .as("editors")
        .path("id", article)
        .json(Map.of())
        .sendTo(pictures.publish())
        .expect(409);
  }

  @Test
  void thePicturesOfAnArticleThatIsWithdrawnAlreadyGo() {
    var id = pictures.ready();
    var article = editor.publish(article(id));
    editor.withdraw(article);
    withdraw(article);
    assertThat(pictures.files(id)).isEmpty();
  }

  @Test
  void aRemovalThatBrokeOffIsEndedByTheNext() {
    boolean broke = true;
    for (int calls = 0; broke; calls++) {
      var id = pictures.ready();
      var article = editor.publish(article(id));
      var failing =
          new MeanwhileBefore(
              calls,
              () -> {
                throw SdkClientException.create("no route");
              });
      withdrawal(article).sendTo(pictures.publish(failing));
      broke = failing.ran();
      withdraw(article);
      assertThat(pictures.files(id)).as("after %d calls", calls).isEmpty();
      assertThat(pictures.status(id)).isEqualTo("removed");
    }
  }

  /// Whenever a publish of another article meets a removal, either the article is refused, or the
  /// picture is there.
  @Test
  void anArticleThatBeginsToShowThePictureKeepsItOrIsRefused() {
    for (boolean other : List.of(true, false)) {
      boolean met = true;
      for (int call = 0; met; call++) {
        var id = pictures.ready();
        var first = editor.publish(article(id));
        var publish = Editor.creation(other ? article(id) : inText(id));
        var status = new AtomicReference<Integer>();
        MeanwhileBefore gate;
        if (other) { // the other article is published in the middle of the removal
          gate =
              new MeanwhileBefore(
                  call, () -> status.set(publish.sendTo(pictures.publish()).status()));
          Parallel.inOrder(() -> withdrawal(first).sendTo(pictures.publish(gate)).expect(200));
        } else { // the picture is removed in the middle of the publish
          gate = new MeanwhileBefore(call, () -> withdraw(first));
          Parallel.inOrder(() -> status.set(publish.sendTo(pictures.publish(gate)).status()));
        }
        met = gate.ran();
        if (met) {
          clock.move(Duration.ofMinutes(2));
          withdraw(first); // one that was refused may have kept it for a minute
          assertThat(pictures.files(id))
              .as("before call %d of the %s", call, other ? "removal" : "publish")
              .hasSize(status.get() == 201 ? 7 : 0);
        }
      }
    }
  }

  @Test
  void twoRemovalsOfOnePictureEndWithItGone() {
    boolean met = true;
    for (int call = 0; met; call++) {
      var id = pictures.ready();
      var one = editor.publish(article(id));
      var two = editor.publish(inText(id));
      clock.move(Duration.ofMinutes(2));
      var gate = new MeanwhileBefore(call, () -> withdraw(two));
      Parallel.inOrder(() -> withdrawal(one).sendTo(pictures.publish(gate)).expect(200));
      met = gate.ran();
      if (met) {
        assertThat(pictures.files(id)).as("before call %d", call).isEmpty();
      }
    }
  }

  /// What was taken away is told when the article is published again, and not before.
  @Test
  void aRestoredArticleMissesItsPicturesWhenItIsPublished() {
    var id = pictures.ready();
    var article = editor.publish(article(id));
    withdraw(article);
    editor.restore(article);
    var draft = article(id);
    draft.put("status", "draft");
    editor.revise(article, 3, draft);
    var refused =
        Editor.revision(article, 4, article(id)).sendTo(pictures.publish()).expect(422).json();
    assertThat(refused.at("/errors/0/field").asText()).isEqualTo("image.mediaId");
    assertThat(refused.path("errors")).hasSize(1);
    editor.revise(article, 4, article(pictures.ready()));
  }

  @Test
  void aRestoredArticleKeepsThePicturesThatStayed() {
    var id = pictures.ready();
    var article = editor.publish(article(id));
    editor.withdraw(article);
    editor.restore(article);
    withdraw(editor.publish(inText(id))); // a draft counts as if it showed its pictures
    editor.revise(article, 3, article(id));
    assertThat(pictures.files(id)).hasSize(7);
  }

  /// Whenever an article is published again while its pictures are being removed, that is refused,
  /// or they are there.
  @Test
  void anArticleThatIsPutBackMeanwhileIsRefusedOrHasItsPictures() {
    boolean met = true;
    for (int call = 0; met; call++) {
      var id = pictures.ready();
      var article = editor.publish(article(id));
      var status = new AtomicReference<Integer>();
      var gate =
          new MeanwhileBefore(
              call,
              () -> {
                Newsroom.action(article, "restore", "{}").sendTo(pictures.publish());
                var again = Editor.revision(article, 3, article(id));
                status.set(again.sendTo(pictures.publish()).status());
              });
      Parallel.inOrder(() -> withdrawal(article).sendTo(pictures.publish(gate)));
      met = gate.ran();
      if (met) {
        assertThat(status.get()).as("before call %d", call).isIn(200, 409, 412, 422);
        if (status.get() == 200) {
          assertThat(pictures.files(id)).as("before call %d", call).hasSize(7);
        }
      }
    }
  }

  @Test
  void mediaIsTrueOrFalse() {
    var answer =
        HttpEvent.of("POST /api/articles/{id}/withdraw")
            .as("editors")
            .path("id", editor.publish(plain()))
            .json(Map.of("media", "yes"))
            .sendTo(pictures.publish())
            .expect(422);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("media");
  }

  private static HttpEvent withdrawal(String article) {
    return HttpEvent.of("POST /api/articles/{id}/withdraw")
        .as("editors")
        .path("id", article)
        .json(Map.of("media", true));
  }

  private JsonNode withdraw(String article) {
    return withdrawal(article).sendTo(pictures.publish()).expect(200).json();
  }

  private static List<String> removed(JsonNode receipt) {
    return StreamSupport.stream(receipt.path("removed").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
