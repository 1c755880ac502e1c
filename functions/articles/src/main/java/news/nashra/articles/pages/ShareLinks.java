package news.nashra.articles.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Links for sharing an article. They lead to other sites, from which nothing is loaded until a
/// reader follows one.
///
/// @param url of the article, absolute
/// @param headline of the article
public record ShareLinks(String url, String headline) {
  public String whatsapp() {
    return "https://wa.me/?text=" + encode(headline + " " + url);
  }

  public String x() {
    return "https://x.com/intent/post?url=" + encode(url) + "&text=" + encode(headline);
  }

  public String facebook() {
    return "https://www.facebook.com/sharer/sharer.php?u=" + encode(url);
  }

  public String email() {
    return "mailto:?subject=" + encode(headline) + "&body=" + encode(url);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
