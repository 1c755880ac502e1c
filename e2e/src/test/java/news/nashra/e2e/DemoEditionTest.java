package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import news.nashra.core.http.Json;
import news.nashra.local.stack.DemoEdition;
import news.nashra.local.stack.Options;
import news.nashra.local.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo edition is loaded though the first answer to every call is lost: each call is repeated,
/// and none has an effect twice.
class DemoEditionTest {
  private static final String FILE = "25-translators-prize.json";
  private static final String AUTHOR = "ليلى-المكناسي";

  @TempDir Path directory;

  @Test
  void everyCallIsRepeatedWithoutASecondEffect() throws IOException {
    copy(FILE);
    copy("comments/" + FILE);
    copy("authors/" + AUTHOR + ".json");
    copy("authors/" + AUTHOR + ".webp");
    copy("pictures/" + FILE.replace(".json", ".webp"));
    try (var stack = Stack.start(Options.forgetful(Newspaper.HOME));
        var proxy = new FaultyProxy(stack.uri())) {
      DemoEdition.loadOnce(proxy.uri(), stack::token, directory, directory);

      var articles = Newspaper.call(stack, "editor", "/api/articles", null).path("items");
      assertThat(articles).hasSize(1);
      var id = articles.path(0).path("id").asText();
      assertThat(proxy.lost())
          .contains(
              "POST /api/media",
              "POST /api/articles",
              "POST /api/articles/" + id + "/comments",
              "POST /api/comments/decisions",
              "PUT /api/articles/" + id);
      var article = Newspaper.call(stack, "editor", "/api/articles/" + id, null);
      assertThat(article.path("commentsOpen").asBoolean()).isFalse();
      assertThat(article.path("revision").asInt()).isEqualTo(2);
      var author = "/api/authors/" + URLEncoder.encode(AUTHOR, StandardCharsets.UTF_8);
      assertThat(Newspaper.call(stack, "editor", author, null).path("revision").asInt())
          .isEqualTo(1);
      assertThat(decisions(stack, id)).containsExactlyInAnyOrderElementsOf(wanted());
    }
  }

  /// How often a comment was decided, and how.
  private static ArrayList<String> decisions(Stack stack, String id) {
    var found = new ArrayList<String>();
    for (var status : new String[] {"pending", "approved", "rejected"}) {
      var path = "/api/comments?limit=100&article=" + id + "&status=" + status;
      for (var comment : Newspaper.call(stack, "moderator", path, null).path("items")) {
        comment.path("history").forEach(h -> found.add(h.path("decision").asText()));
      }
    }
    return found;
  }

  private ArrayList<String> wanted() throws IOException {
    var wanted = new ArrayList<String>();
    var file = directory.resolve("comments/" + FILE);
    for (var comment : Json.read(Files.readString(file)).path("comments")) {
      wanted.add(comment.path("decision").asText());
    }
    return wanted;
  }

  private void copy(String name) throws IOException {
    var target = directory.resolve(name);
    Files.createDirectories(target.resolveSibling("."));
    Files.copy(Newspaper.HOME.resolve("edition/demo").resolve(name), target);
  }
}
