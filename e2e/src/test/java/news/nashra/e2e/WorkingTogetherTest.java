package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.asEditor;
import static news.nashra.e2e.Newspaper.delete;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.put;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Newspaper.send;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Editors who write, find and show an article before it is published.
class WorkingTogetherTest {
  @Test
  void anArticleIsWrittenFoundAndShown() {
    var word = "كلمة" + System.nanoTime();
    var author = "author-" + System.nanoTime();
    send(asEditor("/api/authors/" + author).PUT(json(object().put("name", "سلمى"))));
    var related = publish(article().put("headline", "خبر قريب"));
    var draft = article().put("status", "draft").put("headline", "عن " + word);
    draft.put("kind", "live");
    draft.putArray("authors").add(author);
    draft.putArray("related").add(id(related));
    var id = id(publish(draft));
    post("/api/articles/" + id + "/entries", object().put("bodyHtml", "<p>مستجد أول</p>"));

    var copy = "/api/articles/" + id + "/working-copy";
    var typed = object().put("basedOn", 1).put("headline", "وال" + word + " في ");
    var tag = send(asEditor(copy).header("If-None-Match", "*").PUT(json(typed))).header("etag");
    assertThat(read(copy).json()).isEqualTo(typed);

    var search = "/api/articles?q=" + URLEncoder.encode("بال" + word, StandardCharsets.UTF_8);
    var found = read(search);
    assertThat(found.json().path("items")).hasSize(1);
    assertThat(found.json().at("/items/0/working/0").asText()).isEqualTo("editor");
    assertThat(found.json().at("/items/0/editor").asText()).isEqualTo("editor");
    var again = asEditor(search).header("If-None-Match", found.header("etag"));
    assertThat(send(again.GET()).status()).isEqualTo(304);

    var link = post("/api/articles/" + id + "/preview-link", object()).json().path("url").asText();
    assertThat(link).startsWith(Newspaper.stack().uri() + "/api/previews/");
    var path = link.substring(link.indexOf("/api/"));
    var preview = get(path);
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.text())
        .contains(word, "سلمى", "خبر قريب", "مستجد أول")
        .doesNotContain("<form");
    assertThat(HtmlChecker.faults(preview.text())).isEmpty();
    assertThat(preview.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(preview.header("x-robots-tag")).isEqualTo("noindex, nofollow");
    assertThat(preview.header("cache-control")).isEqualTo("no-store");
    assertThat(preview.header("set-cookie")).isEmpty();

    var published = put("/api/articles/" + id, "\"1\"", draft.put("status", "published"));
    assertThat(delete(copy, tag).status()).isEqualTo(204);
    assertThat(read(search).json().at("/items/0").has("working")).isFalse();
    assertThat(read(search).json().at("/items/0/url").asText()).isEqualTo(url(published));

    send(asEditor("/api/articles/" + id + "/preview-link").DELETE());
    var revoked = get(path);
    assertThat(revoked.status()).isEqualTo(404);
    assertThat(HtmlChecker.faults(revoked.text())).isEmpty();
  }

  @Test
  void nothingOfAWorkingCopyOrPreviewReachesReaders() {
    var canary = "كناري" + System.nanoTime();
    var published = publish(article());
    var typed = object().put("basedOn", 1).put("headline", canary).put("bodyHtml", canary);
    var copy = "/api/articles/" + id(published) + "/working-copy";
    send(asEditor(copy).header("If-None-Match", "*").PUT(json(typed)));
    assertThat(read(copy).json()).isEqualTo(typed);
    assertThat(url(post("/api/articles/" + id(published) + "/preview-link", object())))
        .isNotEmpty();
    Newspaper.stack().settle();
    for (var page : new String[] {url(published), "/", "/feed.xml", "/latest.json"}) {
      assertThat(get(page).text()).as(page).doesNotContain(canary);
    }
  }
}
