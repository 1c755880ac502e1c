package news.nashra.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The calls in `README.md` are the regions of `docs/examples.sh`, and they work.
class ReadmeTest {
  private static final String ADDRESS = "http://localhost:8080";
  private static final Path SCRIPT = Newspaper.HOME.resolve("docs/examples.sh");
  private static final Pattern REGION =
      Pattern.compile("# region (\\w+)\n(.*?)\n# endregion\n", Pattern.DOTALL);
  private static final Pattern BLOCK =
      Pattern.compile("^```\n(.*?)\n```$", Pattern.DOTALL | Pattern.MULTILINE);

  @AfterEach
  void unpin() {
    var none = Newspaper.object();
    none.putArray("articles");
    Newspaper.send(Newspaper.asEditor("/api/homepage/lead").PUT(Newspaper.json(none)));
  }

  @Test
  void theReadmeShowsTheScript() throws IOException {
    var shown =
        blocks(Newspaper.HOME.resolve("README.md")).stream()
            .filter(block -> block.contains("curl"))
            .toList();
    assertThat(shown).containsExactlyElementsOf(regions().values());
  }

  @Test
  void whatTheReadmeShowsWorks(@TempDir Path folder) throws IOException, InterruptedException {
    for (var tool : List.of("sh", "curl", "node")) {
      assumeTrue(installed(tool), tool + " is not installed, and the README's calls need it");
    }
    Files.write(folder.resolve("photo.jpg"), Photographs.photograph(600, 400, Color.CYAN));
    run(folder);

    var published = answer(folder, "publish");
    assertThat(published.path("status").asText()).isEqualTo("published");
    assertThat(published.path("pressed")).hasSize(1);
    var id = published.path("id").asText();
    assertThat(answer(folder, "revise").path("revision").asInt()).isEqualTo(2);
    assertThat(Newspaper.read("/api/articles/" + id).json().at("/corrections/0/text").asText())
        .isEqualTo("صححنا اسم المدينة.");
    assertThat(answer(folder, "schedule").path("status").asText()).isEqualTo("scheduled");
    assertThat(answer(folder, "live").path("number").asInt()).isEqualTo(1);
    assertThat(answer(folder, "lead").toString()).isEqualTo("{\"articles\":[\"" + id + "\"]}");
    assertThat(answer(folder, "breaking").path("articleId").asText()).isEqualTo(id);
    assertThat(answer(folder, "withdraw").path("status").asText()).isEqualTo("withdrawn");
    assertThat(answer(folder, "queue").path("items").isArray()).isTrue();

    var picture = answer(folder, "picture").path("mediaId").asText();
    Newspaper.stack().settle();
    assertThat(Newspaper.read("/api/media/" + picture).json().path("status").asText())
        .isEqualTo("ready");
  }

  /// Runs the script; what a region writes goes to a file of its name.
  private static void run(Path folder) throws IOException, InterruptedException {
    var script =
        Files.readString(SCRIPT)
            .replace(ADDRESS, Newspaper.stack().uri().toString())
            .replaceAll("# region (\\w+)", "exec > $1.out");
    var shell =
        new ProcessBuilder("sh", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    shell.getOutputStream().close();
    var said = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
  }

  private static JsonNode answer(Path folder, String region) throws IOException {
    return new JsonMapper().readTree(folder.resolve(region + ".out").toFile());
  }

  private static Map<String, String> regions() throws IOException {
    var regions = new LinkedHashMap<String, String>();
    REGION
        .matcher(Files.readString(SCRIPT))
        .results()
        .forEach(found -> regions.put(found.group(1), found.group(2)));
    return regions;
  }

  private static List<String> blocks(Path markdown) throws IOException {
    return BLOCK
        .matcher(Files.readString(markdown))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static boolean installed(String tool) throws InterruptedException {
    try {
      return new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // not even a shell
    }
  }
}
