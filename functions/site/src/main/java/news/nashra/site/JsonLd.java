package news.nashra.site;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.http.Json;

/// Describes a page to search engines, in JSON-LD: its place in the site as a
/// [BreadcrumbList](https://schema.org/BreadcrumbList), and an article as a
/// [NewsArticle](https://schema.org/NewsArticle) or, if it is live coverage, as a
/// [LiveBlogPosting](https://schema.org/LiveBlogPosting), and whom the page of an author is about
/// as a [ProfilePage](https://schema.org/ProfilePage). The homepage describes the newspaper. The
/// same page gives the same bytes.
public final class JsonLd {
  private static final String CONTEXT = "https://schema.org";

  /// The pages that say all about the newspaper.
  private static final List<String> SELF = List.of("/", StandingPage.ABOUT.path());

  private final Site site;
  private final Edition edition;

  private JsonLd(Site site) {
    this.site = site;
    this.edition = site.edition();
  }

  /// The objects for a page, safe inside a `script` element. Most pages without breadcrumbs and
  /// without an article have none.
  public static List<String> of(Site site, Head head) {
    var json = new JsonLd(site);
    var objects = new ArrayList<String>();
    head.article().ifPresent(article -> objects.add(safe(json.article(head, article))));
    head.person().ifPresent(person -> objects.add(safe(json.profile(head, person))));
    if (SELF.contains(head.path())) {
      objects.add(safe(json.organization()));
    }
    if (!head.crumbs().isEmpty()) {
      objects.add(safe(json.breadcrumbs(head.crumbs())));
    }
    return objects;
  }

  private Map<String, Object> article(Head head, Head.NewsArticle article) {
    var json = object(article.type());
    json.put("@context", CONTEXT);
    json.put("headline", head.title());
    json.put("description", head.description());
    json.put("mainEntityOfPage", site.origin() + head.path());
    json.put("inLanguage", edition.language());
    if (!article.images().isEmpty()) {
      json.put("image", article.images().stream().map(this::image).toList());
    }
    json.put("datePublished", date(article.publishedAt()));
    json.put("dateModified", date(article.updatedAt()));
    head.section()
        .flatMap(edition::section)
        .ifPresent(section -> json.put("articleSection", section.name()));
    if (!article.tags().isEmpty()) {
      json.put("keywords", article.tags());
    }
    json.put("author", authors(article));
    json.put("publisher", publisher());
    if (!article.corrections().isEmpty()) {
      json.put("correction", article.corrections().stream().map(this::correction).toList());
    }
    article.live().ifPresent(live -> coverage(head, live, json));
    json.put("commentCount", article.discussion().count());
    var replied = article.discussion().replied();
    if (!replied.isEmpty()) {
      json.put("comment", replied.stream().map(comment -> comment(head, comment)).toList());
    }
    json.put("isAccessibleForFree", true);
    return json;
  }

  /// A comment, with the newspaper's reply as a comment on it.
  private Map<String, Object> comment(Head head, Head.RepliedComment replied) {
    var comment = said(head, replied.comment());
    comment.put("headline", replied.title());
    comment.put("author", author("Person", replied.author(), Optional.empty()));
    var reply = said(head, replied.reply());
    reply.put("author", newspaper());
    comment.put("comment", reply);
    return comment;
  }

  private Map<String, Object> said(Head head, Head.Said said) {
    var json = object("Comment");
    json.put("url", site.origin() + head.path() + "#" + said.anchor());
    json.put("text", said.text());
    json.put("datePublished", date(said.at()));
    said.editedAt().ifPresent(at -> json.put("dateModified", date(at)));
    return json;
  }

  private Map<String, Object> image(Head.Image image) {
    var json = object("ImageObject");
    json.put("url", site.origin() + image.path());
    json.put("width", image.width());
    json.put("height", image.height());
    if (!image.alt().isEmpty()) {
      json.put("caption", image.alt());
    }
    return json;
  }

  /// The people who wrote an article, or else the newspaper.
  private List<Map<String, Object>> authors(Head.NewsArticle article) {
    return article.authors().isEmpty()
        ? List.of(newspaper())
        : article.authors().stream()
            .map(author -> author("Person", author.name(), author.path()))
            .toList();
  }

  private Map<String, Object> newspaper() {
    return author("NewsMediaOrganization", edition.name(), Optional.of("/"));
  }

  private Map<String, Object> author(String type, String name, Optional<String> path) {
    var author = object(type);
    author.put("name", name);
    path.ifPresent(at -> author.put("url", site.origin() + at));
    return author;
  }

  private Map<String, Object> profile(Head head, Head.Person person) {
    var about = object("Person");
    about.put("name", person.name());
    about.put("url", site.origin() + head.path());
    person.role().ifPresent(role -> about.put("jobTitle", role));
    person.bio().ifPresent(bio -> about.put("description", bio));
    person.image().ifPresent(image -> about.put("image", image(image)));
    if (!person.links().isEmpty()) {
      about.put("sameAs", person.links());
    }
    var json = object("ProfilePage");
    json.put("@context", CONTEXT);
    json.put("mainEntity", about);
    return json;
  }

  private Map<String, Object> publisher() {
    var logo = object("ImageObject");
    logo.put("url", site.origin() + edition.icon().path(Icon.LARGE));
    var publisher = newspaper();
    publisher.put("logo", logo);
    return publisher;
  }

  /// The newspaper, how to reach it, and how it works, as a
  /// [NewsMediaOrganization](https://schema.org/NewsMediaOrganization).
  private Map<String, Object> organization() {
    var owner = edition.owner();
    var json = publisher();
    json.put("@context", CONTEXT);
    json.put("legalName", owner.name());
    json.put("address", owner.address());
    owner.contact().email().ifPresent(email -> json.put("email", email));
    owner.contact().phone().ifPresent(phone -> json.put("telephone", phone));
    edition
        .imprint()
        .policies()
        .addresses()
        .forEach((name, address) ->
            json.put(name, address.startsWith("/") ? site.origin() + address : address));
    return json;
  }

  private Map<String, Object> correction(Head.Correction correction) {
    var json = object("CorrectionComment");
    json.put("text", correction.text());
    json.put("datePublished", date(correction.at()));
    return json;
  }

  private void coverage(Head head, Head.LiveCoverage live, Map<String, Object> json) {
    json.put("coverageStartTime", date(live.startedAt()));
    live.endedAt().ifPresent(at -> json.put("coverageEndTime", date(at)));
    json.put("liveBlogUpdate", live.updates().stream().map(u -> update(head, u)).toList());
  }

  private Map<String, Object> update(Head head, Head.LiveUpdate update) {
    var json = object("BlogPosting");
    json.put("headline", update.headline());
    json.put("url", site.origin() + head.path() + "#" + update.anchor());
    json.put("datePublished", date(update.at()));
    update.updatedAt().ifPresent(at -> json.put("dateModified", date(at)));
    json.put("articleBody", update.text());
    return json;
  }

  private Map<String, Object> breadcrumbs(List<Head.Crumb> crumbs) {
    var items = new ArrayList<Map<String, Object>>();
    for (var crumb : crumbs) {
      var item = object("ListItem");
      item.put("position", items.size() + 1);
      item.put("name", crumb.name());
      crumb.path().ifPresent(path -> item.put("item", site.origin() + path));
      items.add(item);
    }
    var json = object("BreadcrumbList");
    json.put("@context", CONTEXT);
    json.put("itemListElement", items);
    return json;
  }

  private static Map<String, Object> object(String type) {
    var json = new LinkedHashMap<String, Object>();
    json.put("@type", type);
    return json;
  }

  /// The time in the edition's zone, with its offset: `2026-02-23T19:26:00+01:00`.
  private String date(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        ZonedDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), edition.timeZone()));
  }

  /// Without `<`, no text can end the `script` element.
  private static String safe(Object json) {
    return Json.write(json)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
