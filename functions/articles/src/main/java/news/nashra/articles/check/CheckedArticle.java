package news.nashra.articles.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.site.Section;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// What a check publishes, and how it knows it again on the page. Its text names the run, so that
/// no page of an earlier one passes for it.
///
/// @param run the id of the run
record CheckedArticle(String run, String headline, String city, String text) {
  /// The text that is published first.
  static CheckedArticle first(String run) {
    return new CheckedArticle(
        run,
        "فحص <نشرة> & Nashra " + run,
        "الرباط",
        "نصّ الفحص «الأول» & the first text of " + run + ".");
  }

  /// The same article with another headline, dateline and text.
  CheckedArticle edited() {
    return new CheckedArticle(
        run,
        "فحص معدَّل <نشرة> & Nashra " + run,
        "فاس",
        "نصّ الفحص «الثاني» & the second text of " + run + ".");
  }

  Map<String, ?> json() {
    return Map.of(
        "headline",
        headline,
        "section",
        Section.HIDDEN.id(),
        "city",
        city,
        "bodyHtml",
        "<p>" + text.replace("&", "&amp;") + "</p>",
        "slug",
        Section.HIDDEN.id() + "-" + run,
        "related",
        List.of(),
        "commentsOpen",
        true,
        "status",
        "published");
  }

  /// The first thing on a page that is not as it was sent.
  Optional<String> difference(String html) {
    var page = Jsoup.parse(html);
    return difference(page, "h1", headline)
        .or(() -> difference(page, ".dateline", city))
        .or(() -> difference(page, ".body", text));
  }

  private static Optional<String> difference(Document page, String selector, String sent) {
    var printed = page.select(selector).eachText();
    return printed.equals(List.of(sent))
        ? Optional.empty()
        : Optional.of("%s is %s, not %s".formatted(selector, printed, sent));
  }
}
