package news.nashra.homepage.feeds;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import news.nashra.articles.Entry;
import news.nashra.core.Instants;
import news.nashra.core.press.Page;
import news.nashra.site.Site;

/// Sitemaps for search engines: [one for each month](https://www.sitemaps.org/protocol.html) with
/// an index of them, and one with [the news of the last
/// days](https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).
/// Thread-safe.
public final class Sitemaps {
  private static final String XML = "application/xml; charset=utf-8";
  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";
  private static final String IMAGE = "http://www.google.com/schemas/sitemap-image/1.1";
  private static final int PICTURE_WIDTH = 1200;

  private final Site site;

  public Sitemaps(Site site) {
    this.site = site;
  }

  public Page.Present index(List<YearMonth> months) {
    var xml = new Xml();
    xml.element(
        "sitemapindex",
        Map.of("xmlns", SITEMAP),
        () ->
            months.forEach(month ->
                xml.element(
                    "sitemap",
                    () -> xml.element("loc", site.origin() + "/sitemaps/" + month + ".xml"))));
    return xml.page(XML);
  }

  public Page.Present month(List<Entry> entries) {
    var xml = new Xml();
    xml.element(
        "urlset",
        namespaces("xmlns:image", IMAGE),
        () ->
            entries.forEach(entry ->
                xml.element(
                    "url",
                    () -> {
                      xml.element("loc", site.origin() + entry.link())
                          .element("lastmod", Instants.format(entry.updatedAt()));
                      picture(xml, entry);
                    })));
    return xml.page(XML);
  }

  /// The news sitemap. It gives the first publication of an article, whatever changed since.
  public Page.Present news(List<Entry> entries) {
    var edition = site.edition();
    var xml = new Xml();
    xml.element(
        "urlset",
        namespaces("xmlns:news", NEWS),
        () ->
            entries.forEach(entry ->
                xml.element(
                    "url",
                    () ->
                        xml.element("loc", site.origin() + entry.link())
                            .element(
                                "news:news",
                                () ->
                                    xml.element(
                                            "news:publication",
                                            () ->
                                                xml.element("news:name", edition.name())
                                                    .element("news:language", edition.language()))
                                        .element(
                                            "news:publication_date", Instants.format(entry.date()))
                                        .element("news:title", entry.headline())))));
    return xml.page(XML);
  }

  /// What programs may read: everything except the API and fragments of pages.
  public Page.Present robots() {
    var text =
        """
        User-agent: *
        Disallow: /api/
        Disallow: /fragments/

        Sitemap: %1$s/sitemap.xml
        Sitemap: %1$s/news-sitemap.xml
        """
            .formatted(site.origin());
    return new Page.Present(
        text.getBytes(StandardCharsets.UTF_8),
        "text/plain; charset=utf-8",
        Page.PAGE_CACHE_CONTROL,
        Map.of());
  }

  private void picture(Xml xml, Entry entry) {
    entry
        .image()
        .map(Entry.Image::picture)
        .map(picture -> picture.path(picture.widthAtLeast(PICTURE_WIDTH), "jpg"))
        .ifPresent(path ->
            xml.element("image:image", () -> xml.element("image:loc", site.origin() + path)));
  }

  private static Map<String, String> namespaces(String name, String space) {
    return Map.of("xmlns", SITEMAP, name, space);
  }
}
