package news.nashra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// The same articles as a [Hugo](https://gohugo.io) site with minimal templates: a homepage of
/// sixty articles, lists by section, topic and author, a feed, and a page for each article.
final class HugoSite {
  private final Path folder;

  HugoSite(int size, Instant now) throws IOException {
    this.folder = Files.createTempDirectory("nashra-hugo");
    write(
        "hugo.toml",
        """
        baseURL = "https://news.example/"
        languageCode = "ar"
        title = "نشرة"
        paginate = 60
        disableKinds = ["sitemap"]
        [taxonomies]
        tag = "tags"
        author = "authors"
        """);
    var item =
        "<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a><p>{{ .Params.summary }}</p><time>{{ .Date }}</time></li>";
    var page =
        "<!doctype html><html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\"><title>{{ .Title }}</title></head><body>%s</body></html>";
    write(
        "layouts/index.html",
        page.formatted("<ol>{{ range first 60 .Site.RegularPages }}" + item + "{{ end }}</ol>"));
    write(
        "layouts/_default/list.html",
        page.formatted("<ol>{{ range (.Paginate .Pages).Pages }}" + item + "{{ end }}</ol>"));
    write("layouts/_default/single.html", page.formatted("<h1>{{ .Title }}</h1>{{ .Content }}"));
    for (var story : SyntheticArchive.stories(size, now)) {
      write(
          "content/" + story.section() + "/story-" + story.number() + ".html",
          """
          ---
          title: "%s"
          date: %s
          summary: "ملخص الخبر في جملة واحدة تقول أهم ما فيه."
          tags: ["%s", "%s"]
          authors: ["%s"]
          ---
          %s
          """
              .formatted(
                  story.headline(),
                  story.at(),
                  story.tags().get(0),
                  story.tags().get(1),
                  story.byline(),
                  SyntheticArchive.body(story).get("bodyHtml")));
    }
  }

  static boolean installed() throws IOException, InterruptedException {
    try {
      return new ProcessBuilder("hugo", "version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /// Builds the whole site.
  ///
  /// @return the seconds it took
  double build() throws IOException, InterruptedException {
    long start = System.nanoTime();
    var hugo =
        new ProcessBuilder(List.of("hugo", "--quiet", "--buildFuture", "-s", folder.toString()))
            .inheritIO()
            .start();
    if (hugo.waitFor() != 0) {
      throw new IllegalStateException("hugo failed");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
