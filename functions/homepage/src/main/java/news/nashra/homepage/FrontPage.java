package news.nashra.homepage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.Entry;
import news.nashra.core.Instants;
import news.nashra.core.http.Json;
import news.nashra.core.press.Page;
import news.nashra.media.PictureTag;
import news.nashra.site.Head;
import news.nashra.site.Section;
import news.nashra.site.Site;
import news.nashra.site.Templates;

/// Composes fronts and lists of the latest news: pure functions of their entries.
final class FrontPage {
  private static final int THUMB = 320;

  private final Templates templates = new Templates("news.nashra.homepage.pages");
  private final PictureTag pictures = new PictureTag();
  private final Site site;

  FrontPage(Site site) {
    this.site = site;
  }

  Page.Present home(List<Entry> entries) {
    var edition = site.edition();
    var title = edition.name() + " · " + site.messages().say("front.title");
    return front(
        Head.of(title, edition.tagline(), "/", lastUpdate(entries)), title, false, entries);
  }

  Page.Present section(Section section, List<Entry> entries) {
    var description = site.messages().say("front.section", section.name());
    var head =
        Head.of(section.name(), description, section.path(), lastUpdate(entries)).in(section.id());
    return front(head, section.name(), true, entries);
  }

  /// The list that article pages take up, as a small page of its own.
  Page.Present fragment(List<Entry> entries) {
    return Page.Present.html(
        templates.document(
            "latest.jte", Map.of("site", site, "pictures", pictures, "entries", entries)));
  }

  /// The same list for programs.
  Page.Present json(List<Entry> entries) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", site.edition().name());
    json.put("language", site.edition().language());
    lastUpdate(entries).ifPresent(at -> json.put("updatedAt", Instants.format(at)));
    json.put("items", entries.stream().map(this::item).toList());
    return new Page.Present(
        Json.write(json).getBytes(StandardCharsets.UTF_8),
        "application/json; charset=utf-8",
        Page.PAGES,
        Map.of());
  }

  private Map<String, Object> item(Entry entry) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", entry.id());
    entry.path().ifPresent(path -> json.put("url", path));
    json.put("headline", entry.headline());
    json.put("section", entry.section());
    json.put("summary", entry.summary());
    entry.byline().ifPresent(byline -> json.put("byline", byline));
    entry
        .image()
        .ifPresent(i -> json.put("image", i.picture().path(i.picture().widthFrom(THUMB), "jpg")));
    entry.publishedAt().ifPresent(at -> json.put("publishedAt", Instants.format(at)));
    json.put("updatedAt", Instants.format(entry.updatedAt()));
    return json;
  }

  private Page.Present front(Head head, String title, boolean titled, List<Entry> entries) {
    return Page.Present.html(
        site.page(
            head,
            templates.part(
                "front.jte",
                Map.of(
                    "site", site,
                    "pictures", pictures,
                    "title", title,
                    "titled", titled,
                    "entries", entries))));
  }

  private static Optional<Instant> lastUpdate(List<Entry> entries) {
    return entries.stream().map(Entry::updatedAt).max(Comparator.naturalOrder());
  }
}
