package news.nashra.homepage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.nashra.articles.Entry;
import news.nashra.core.press.Page;
import news.nashra.media.PictureTag;
import news.nashra.site.Head;
import news.nashra.site.Section;
import news.nashra.site.Site;
import news.nashra.site.Templates;

/// Composes the homepage, the fronts of the sections, the list of the latest news and that of the
/// corrections: pure functions of their entries.
final class FrontPage {
  /// Articles in the homepage's list of the latest news, and in the block of each section.
  private static final int LATEST = 18;

  private static final int BLOCK = 6;

  private final Templates templates = new Templates("news.nashra.homepage.pages");
  private final PictureTag pictures = new PictureTag();
  private final Site site;
  private final Days days;

  FrontPage(Site site) {
    this.site = site;
    this.days = new Days(site.edition().timeZone());
  }

  /// @param latest the newest articles
  /// @param pinned what editors put at the head; without, the newest stands there
  /// @param sections the newest articles of each section
  Page.Present home(List<Entry> latest, List<Entry> pinned, Map<Section, List<Entry>> sections) {
    var leads = pinned.isEmpty() ? latest.stream().limit(1).toList() : pinned;
    var led = leads.stream().map(Entry::id).collect(Collectors.toSet());
    var rest = latest.stream().filter(e -> !led.contains(e.id())).limit(LATEST).toList();
    var blocks = new LinkedHashMap<Section, List<Entry>>();
    sections.forEach((section, entries) -> {
      var block = entries.stream().filter(e -> !led.contains(e.id())).limit(BLOCK).toList();
      if (!block.isEmpty()) {
        blocks.put(section, block);
      }
    });
    var shown = new ArrayList<>(leads);
    shown.addAll(rest);
    blocks.values().forEach(shown::addAll);
    var edition = site.edition();
    var title = edition.name() + " · " + site.messages().get("front.title");
    var values = new LinkedHashMap<String, Object>(common());
    values.put("title", title);
    values.put("leads", leads);
    values.put("latest", rest);
    values.put("blocks", blocks);
    values.put("day", latest.stream().findFirst().map(e -> days.of(e.published())));
    return page(Head.of(title, edition.tagline(), "/", lastUpdate(shown)), "home.jte", values);
  }

  Page.Present section(Section section, List<Entry> entries) {
    var description = site.messages().get("front.section", section.name());
    var values = new LinkedHashMap<String, Object>(common());
    values.put("title", section.name());
    values.put("entries", entries);
    values.put("section", section);
    values.put(
        "month",
        entries.isEmpty()
            ? Optional.empty()
            : Optional.of(days.monthOf(entries.getLast().published())));
    var head =
        Head.of(section.name(), description, section.path(), lastUpdate(entries))
            .inSection(section.id())
            .withCrumbs(List.of(site.homeCrumb(), site.sectionCrumb(section.id())));
    return page(head, "section.jte", values);
  }

  /// The corrections of the newest, each with the article that it is about.
  Page.Present corrections(List<Entry> entries) {
    var messages = site.messages();
    var values = new LinkedHashMap<String, Object>(common());
    values.put("entries", entries);
    return page(
        Head.of(
            messages.get("corrections.title"),
            messages.get("corrections.description"),
            "/corrections/",
            lastUpdate(entries)),
        "corrections.jte",
        values);
  }

  /// The list that article pages take up, as a small page of its own.
  Page.Present fragment(List<Entry> entries) {
    var values = new LinkedHashMap<String, Object>(common());
    values.put("entries", entries);
    return Page.Present.html(templates.document("latest.jte", values));
  }

  private Map<String, Object> common() {
    return Map.of("site", site, "pictures", pictures);
  }

  private Page.Present page(Head head, String template, Map<String, Object> values) {
    return Page.Present.html(site.page(head, templates.part(template, values)));
  }

  static Optional<Instant> lastUpdate(List<Entry> entries) {
    return entries.stream().map(Entry::updatedAt).max(Comparator.naturalOrder());
  }
}
