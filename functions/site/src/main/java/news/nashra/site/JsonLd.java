package news.nashra.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.nashra.core.Instants;
import news.nashra.core.http.Json;

/// An article for search engines: [NewsArticle](https://schema.org/NewsArticle) in JSON-LD.
public final class JsonLd {
  private JsonLd() {}

  /// Safe inside a `script` element: no `<` is left in it.
  public static String of(Site site, Head head, Head.Story story) {
    var edition = site.edition();
    var publisher =
        Map.of(
            "@type",
            "NewsMediaOrganization",
            "name",
            edition.name(),
            "logo",
            site.origin() + site.logo().path());
    var json = new LinkedHashMap<String, Object>();
    json.put("@context", "https://schema.org");
    json.put("@type", "NewsArticle");
    json.put("headline", head.title());
    json.put("description", head.description());
    json.put("mainEntityOfPage", site.origin() + head.path());
    head.image().ifPresent(image -> json.put("image", List.of(site.origin() + image.path())));
    json.put("datePublished", Instants.format(story.publishedAt()));
    json.put("dateModified", Instants.format(story.updatedAt()));
    head.section()
        .flatMap(edition::section)
        .ifPresent(section -> json.put("articleSection", section.name()));
    if (!story.tags().isEmpty()) {
      json.put("keywords", story.tags());
    }
    json.put(
        "author",
        List.of(
            story
                .byline()
                .<Map<String, String>>map(name -> Map.of("@type", "Person", "name", name))
                .orElse(Map.of("@type", "Organization", "name", edition.name()))));
    json.put("publisher", publisher);
    json.put("commentCount", story.comments());
    return Json.write(json)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
