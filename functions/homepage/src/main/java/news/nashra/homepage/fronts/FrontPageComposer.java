package news.nashra.homepage.fronts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.nashra.articles.Entry;
import news.nashra.core.press.Page;
import news.nashra.homepage.archives.EditionCalendar;
import news.nashra.media.PictureTag;
import news.nashra.site.BreakingStrip;
import news.nashra.site.Head;
import news.nashra.site.Section;
import news.nashra.site.Site;
import news.nashra.site.Templates;
import news.nashra.site.Times;

/// Composes the homepage, the fronts of the sections, the list of the latest news and the list of
/// corrections as pure functions of their entries. Thread-safe.
public final class FrontPageComposer {
  /// Articles in the homepage's list of the latest news, on phones too: what a reader does not see
  /// there is in the block of its section.
  private static final int MAX_LATEST = 8;

  /// Articles in the homepage's block of a section.
  private static final int MAX_PER_SECTION = 6;

  private final Templates templates;
  private final PictureTag pictures;
  private final Site site;
  private final EditionCalendar calendar;
  private final Optional<BreakingStrip> breaking;

  public FrontPageComposer(Site site) {
    this.templates = new Templates("news.nashra.homepage.pages");
    this.pictures = new PictureTag();
    this.site = site;
    this.calendar = new EditionCalendar(site.edition().timeZone());
    this.breaking = Optional.empty();
  }

  private FrontPageComposer(FrontPageComposer other, Optional<BreakingStrip> breaking) {
    this.templates = other.templates;
    this.pictures = other.pictures;
    this.site = other.site;
    this.calendar = other.calendar;
    this.breaking = breaking;
  }

  /// The same composer for pages with this breaking news.
  public FrontPageComposer with(Optional<BreakingStrip> news) {
    return new FrontPageComposer(this, news);
  }

  /// The homepage shows no article twice. A block of a section leaves out what the lead, the latest
  /// news or a block above it shows; one that has nothing else is left out.
  ///
  /// @param latest the newest articles
  /// @param pinned articles that editors put at the top; if none, the newest is there
  /// @param sections the newest articles of each section
  public Page.Present home(
      List<Entry> latest, List<Entry> pinned, Map<Section, List<Entry>> sections) {
    var leads = pinned.isEmpty() ? latest.stream().limit(1).toList() : pinned;
    var shown = new ArrayList<>(leads);
    var rest = others(latest, shown, MAX_LATEST);
    shown.addAll(rest);
    var blocks = new LinkedHashMap<Section, List<Entry>>();
    sections.forEach((section, entries) -> {
      var block = others(entries, shown, MAX_PER_SECTION);
      if (!block.isEmpty()) {
        blocks.put(section, block);
        shown.addAll(block);
      }
    });
    var edition = site.edition();
    var title = edition.name() + " · " + site.messages().get("front.title");
    var values = new LinkedHashMap<String, Object>(common());
    values.put("title", title);
    values.put("leads", leads);
    values.put("latest", rest);
    values.put("blocks", blocks);
    values.put("times", times(shown));
    values.put("day", latest.stream().findFirst().map(e -> calendar.dayOf(e.date())));
    return page(
        Head.of(title, edition.tagline(), "/", Entry.lastUpdate(shown)), "home.jte", values);
  }

  /// The first of `entries` that are not shown yet.
  private static List<Entry> others(List<Entry> entries, List<Entry> shown, int limit) {
    var ids = shown.stream().map(Entry::id).collect(Collectors.toSet());
    return entries.stream().filter(entry -> !ids.contains(entry.id())).limit(limit).toList();
  }

  public Page.Present section(Section section, List<Entry> entries) {
    var description = site.messages().get("front.section", section.name());
    var values = new LinkedHashMap<String, Object>(common());
    values.put("title", section.name());
    values.put("entries", entries);
    values.put("section", section);
    values.put("times", times(entries));
    values.put(
        "month",
        entries.isEmpty()
            ? Optional.empty()
            : Optional.of(calendar.monthOf(entries.getLast().date())));
    var head =
        Head.of(section.name(), description, section.path(), Entry.lastUpdate(entries))
            .inSection(section.id())
            .withCrumbs(List.of(site.homeCrumb(), site.sectionCrumb(section.id())));
    return page(head, "section.jte", values);
  }

  /// The page of one list.
  public Page.Present list(ListFront front, List<Entry> entries) {
    var messages = site.messages();
    var title = messages.get(front.title());
    var values = new LinkedHashMap<String, Object>(common());
    values.put("title", title);
    values.put("entries", entries);
    values.put("times", times(entries));
    return page(
        Head.of(title, messages.get(front.description()), front.path(), Entry.lastUpdate(entries)),
        front.template(),
        values);
  }

  /// The list of the latest news as a fragment, which article pages load, with the breaking news,
  /// which all other pages load.
  public Page.Present latestFragment(List<Entry> entries) {
    var values = new LinkedHashMap<String, Object>(common());
    values.put("entries", entries);
    values.put("times", times(entries));
    values.put("breaking", site.breaking(breaking));
    return Page.Present.html(templates.document("latest.jte", values));
  }

  private Times.OfList times(List<Entry> shown) {
    return site.times().inList(Entry.lastUpdate(shown));
  }

  private Map<String, Object> common() {
    return Map.of("site", site, "pictures", pictures);
  }

  private Page.Present page(Head head, String template, Map<String, Object> values) {
    return Page.Present.html(site.page(head, templates.part(template, values), breaking));
  }
}
