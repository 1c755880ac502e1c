package news.nashra.homepage;

import java.time.InstantSource;
import java.util.Map;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.core.Ids;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.media.Pictures;
import news.nashra.site.Site;
import news.nashra.testing.HttpEvent;

/// An editor, who calls PublishArticle.
public final class Desk {
  private final PublishArticle function;

  /// @param articles also used as the table of pictures, of which there are none
  public Desk(Site site, Table articles, Table comments, Press press, InstantSource clock) {
    this.function =
        new PublishArticle(
            site, articles, comments, new Pictures(articles), press, new Ids(clock), clock);
  }

  /// Publishes an article and returns its id.
  public String publish(Map<String, Object> article) {
    var event = HttpEvent.of("POST /api/articles").as("editors").json(article);
    return event.sendTo(function).expect(201).json().path("id").asText();
  }

  public void revise(String id, long seen, Map<String, Object> article) {
    HttpEvent.of("PUT /api/articles/{id}")
        .as("editors")
        .path("id", id)
        .header("if-match", "\"" + seen + "\"")
        .json(article)
        .sendTo(function)
        .expect(200);
  }

  public void withdraw(String id) {
    HttpEvent.of("POST /api/articles/{id}/withdraw")
        .as("editors")
        .path("id", id)
        .json(Map.of())
        .sendTo(function)
        .expect(200);
  }
}
