package news.nashra.homepage.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import news.nashra.articles.Entry;
import news.nashra.articles.authors.Author;
import news.nashra.articles.authors.CreditedPerson;
import news.nashra.core.Instants;
import news.nashra.core.http.Json;
import news.nashra.core.press.Page;
import news.nashra.site.BreakingStrip;
import news.nashra.site.Icon;
import news.nashra.site.Section;
import news.nashra.site.Site;

/// The newest articles for programs: [RSS 2.0](https://www.rssboard.org/rss-specification), [JSON
/// Feed 1.1](https://www.jsonfeed.org/version/1.1/), and the short list `/latest.json`. An item is
/// identified by the article's id, so a new address or headline makes no new item. Its date of
/// publication never changes; the last change has a date of its own.
///
/// An article's headline and summary are plain text, and readers show them to the letter. In RSS
/// the description of an item is HTML, so it is escaped twice; titles and names are plain text, as
/// the [Best Practices Profile](https://www.rssboard.org/rss-profile) has it. Thread-safe.
public final class Feeds {
  private static final String RSS = "application/rss+xml; charset=utf-8";

  /// Also the type of the JSON Feed, although pages link to it as `application/feed+json`: [readers
  /// take both](https://www.jsonfeed.org/version/1.1/#suggestions-for-publishers), and CloudFront
  /// [compresses](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html#compressed-content-cloudfront-file-types)
  /// only this one.
  private static final String JSON = "application/json; charset=utf-8";

  private static final int THUMBNAIL_WIDTH = 320;
  private static final int PICTURE_WIDTH = 960;

  private final Site site;
  private final Map<String, Author> authors;

  public Feeds(Site site) {
    this(site, Map.of());
  }

  private Feeds(Site site, Map<String, Author> authors) {
    this.site = site;
    this.authors = Map.copyOf(authors);
  }

  /// The same feeds with the names of the authors who have a record.
  ///
  /// @param records by slug
  public Feeds naming(Map<String, Author> records) {
    return new Feeds(site, records);
  }

  /// The title and addresses of a feed.
  private record Channel(String title, String description, String page, String self) {}

  /// How a feed shows its entries.
  private record ItemFormat(
      Function<Entry, String> id,
      Function<Entry, String> text,
      Function<Entry, Instant> date,
      Map<String, String> fullTexts) {}

  /// @param fullTexts full texts by article id, if the edition wants them in its feeds
  public Page.Present rss(List<Entry> entries, Map<String, String> fullTexts) {
    var edition = site.edition();
    var channel = new Channel(edition.name(), edition.tagline(), "/", "/feed.xml");
    return rss(channel, entries, articles(fullTexts));
  }

  public Page.Present rss(Section section, List<Entry> entries, Map<String, String> fullTexts) {
    var channel =
        new Channel(
            site.edition().name() + " · " + section.name(),
            site.messages().get("front.section", section.name()),
            section.path(),
            section.path() + "feed.xml");
    return rss(channel, entries, articles(fullTexts));
  }

  /// The corrections, each as an item with the date on which it was made.
  public Page.Present corrections(List<Entry> entries) {
    var messages = site.messages();
    var channel =
        new Channel(
            site.edition().name() + " · " + messages.get("corrections.title"),
            messages.get("corrections.description"),
            "/corrections/",
            "/corrections/feed.xml");
    var format =
        new ItemFormat(Entry::key, entry -> entry.label().orElse(""), Entry::listedAt, Map.of());
    return rss(channel, entries, format);
  }

  private static ItemFormat articles(Map<String, String> fullTexts) {
    return new ItemFormat(Entry::id, Entry::summary, Entry::date, fullTexts);
  }

  private Page.Present rss(Channel channel, List<Entry> entries, ItemFormat format) {
    var xml = new Xml();
    var namespaces =
        Map.of(
            "version", "2.0",
            "xmlns:atom", "http://www.w3.org/2005/Atom",
            "xmlns:content", "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc", "http://purl.org/dc/elements/1.1/",
            "xmlns:media", "http://search.yahoo.com/mrss/");
    xml.element(
        "rss",
        namespaces,
        () ->
            xml.element(
                "channel",
                () -> {
                  channel(xml, channel, entries);
                  entries.forEach(entry -> item(xml, entry, format));
                }));
    return xml.page(RSS);
  }

  private void channel(Xml xml, Channel channel, List<Entry> entries) {
    xml.plainText("title", channel.title())
        .element("link", site.origin() + channel.page())
        .element(
            "atom:link",
            Map.of(
                "rel",
                "self",
                "type",
                "application/rss+xml",
                "href",
                site.origin() + channel.self()),
            "");
    site.edition()
        .feeds()
        .hub()
        .ifPresent(hub -> xml.element("atom:link", Map.of("rel", "hub", "href", hub), ""));
    xml.plainText("description", channel.description())
        .element("language", site.edition().locale().toLanguageTag())
        .plainText("copyright", "© " + site.edition().owner().name());
    Entry.lastUpdate(entries).ifPresent(at -> xml.element("lastBuildDate", rfc822(at)));
    xml.element("ttl", "5");
  }

  private void item(Xml xml, Entry entry, ItemFormat format) {
    xml.element(
        "item",
        () -> {
          xml.plainText("title", entry.headline())
              .element("link", site.origin() + entry.link())
              .element("guid", Map.of("isPermaLink", "false"), format.id().apply(entry))
              .element("pubDate", rfc822(format.date().apply(entry)))
              .element("atom:updated", Instants.format(entry.updatedAt()));
          people(entry).forEach(person -> xml.plainText("dc:creator", person.name()));
          categories(entry).forEach(category -> xml.plainText("category", category));
          xml.textAsHtml("description", format.text().apply(entry));
          var fullText = format.fullTexts().get(entry.id());
          if (fullText != null) {
            xml.element("content:encoded", fullText);
          }
          entry.image().ifPresent(image -> picture(xml, image));
        });
  }

  private List<CreditedPerson> people(Entry entry) {
    return CreditedPerson.of(entry.credits(), authors);
  }

  /// The names of the sections that list an article, and what kind it is.
  private List<String> categories(Entry entry) {
    var sections =
        entry.sections().all().stream()
            .flatMap(id -> site.edition().section(id).stream())
            .map(Section::name);
    return Stream.concat(sections, entry.kind().label(site.messages()).stream()).toList();
  }

  private void picture(Xml xml, Entry.Image image) {
    var picture = image.picture();
    int width = picture.widthAtLeast(PICTURE_WIDTH);
    var attributes =
        Map.of(
            "url",
            site.origin() + picture.path(width, "jpg"),
            "medium",
            "image",
            "type",
            "image/jpeg",
            "width",
            Integer.toString(width),
            "height",
            Integer.toString(picture.heightAt(width)));
    xml.element(
        "media:content",
        attributes,
        () -> {
          if (!image.alt().isEmpty()) {
            xml.plainText("media:description", image.alt());
          }
        });
  }

  /// JSON Feed.
  public Page.Present json(List<Entry> entries, Map<String, String> fullTexts) {
    var edition = site.edition();
    var feed = new LinkedHashMap<String, Object>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", edition.name());
    feed.put("home_page_url", site.origin() + "/");
    feed.put("feed_url", site.origin() + "/feed.json");
    feed.put("description", edition.tagline());
    feed.put("language", edition.locale().toLanguageTag());
    feed.put("icon", site.origin() + edition.icon().path(Icon.LARGE));
    feed.put("favicon", site.origin() + edition.icon().path(Icon.SMALL));
    edition
        .feeds()
        .hub()
        .ifPresent(
            hub -> feed.put("hubs", List.of(new TreeMap<>(Map.of("type", "WebSub", "url", hub)))));
    feed.put("items", entries.stream().map(entry -> jsonItem(entry, fullTexts)).toList());
    return json(feed);
  }

  private Map<String, Object> jsonItem(Entry entry, Map<String, String> fullTexts) {
    var item = new LinkedHashMap<String, Object>();
    item.put("id", entry.id());
    item.put("url", site.origin() + entry.link());
    item.put("title", entry.headline());
    item.put("summary", entry.summary());
    var text = fullTexts.get(entry.id());
    item.put(text == null ? "content_text" : "content_html", text == null ? entry.summary() : text);
    entry.image().ifPresent(image -> item.put("image", site.origin() + path(image, PICTURE_WIDTH)));
    item.put("date_published", Instants.format(entry.date()));
    item.put("date_modified", Instants.format(entry.updatedAt()));
    var people = people(entry);
    if (!people.isEmpty()) {
      item.put("authors", people.stream().map(this::jsonAuthor).toList());
    }
    var categories = categories(entry);
    if (!categories.isEmpty()) {
      item.put("tags", categories);
    }
    return item;
  }

  private Map<String, String> jsonAuthor(CreditedPerson person) {
    var json = new LinkedHashMap<String, String>();
    json.put("name", person.name());
    person.path().ifPresent(path -> json.put("url", site.origin() + path));
    return json;
  }

  /// The short list of the latest news, as JSON, and the breaking news, which is not to be shown
  /// after its `until`.
  public Page.Present latest(List<Entry> entries, Optional<BreakingStrip> breaking) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", site.edition().name());
    json.put("language", site.edition().language());
    Entry.lastUpdate(entries).ifPresent(at -> json.put("updatedAt", Instants.format(at)));
    breaking.ifPresent(news -> json.put("breaking", latest(news)));
    json.put("items", entries.stream().map(this::latest).toList());
    return json(json);
  }

  private static Map<String, Object> latest(BreakingStrip news) {
    var json = new LinkedHashMap<String, Object>();
    json.put("text", news.text());
    news.path().ifPresent(path -> json.put("url", path));
    json.put("until", Instants.format(news.until()));
    return json;
  }

  private Map<String, Object> latest(Entry entry) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", entry.id());
    json.put("url", entry.link());
    json.put("headline", entry.headline());
    json.put("kind", entry.kind().word());
    json.put("section", entry.section());
    json.put("summary", entry.summary());
    entry.credits().byline().ifPresent(byline -> json.put("byline", byline));
    var people = people(entry);
    if (!people.isEmpty()) {
      json.put("authors", people.stream().map(CreditedPerson::name).toList());
    }
    entry.image().ifPresent(image -> json.put("image", path(image, THUMBNAIL_WIDTH)));
    json.put("publishedAt", Instants.format(entry.date()));
    json.put("updatedAt", Instants.format(entry.updatedAt()));
    return json;
  }

  private static String path(Entry.Image image, int width) {
    return image.picture().path(image.picture().widthAtLeast(width), "jpg");
  }

  private static Page.Present json(Object content) {
    return new Page.Present(
        Json.write(content).getBytes(StandardCharsets.UTF_8),
        JSON,
        Page.PAGE_CACHE_CONTROL,
        Map.of());
  }

  /// `Mon, 23 Feb 2026 18:26:00 GMT`: [RFC 822](https://www.rfc-editor.org/rfc/rfc822#section-5)
  /// with four digits for the year.
  private static String rfc822(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }
}
