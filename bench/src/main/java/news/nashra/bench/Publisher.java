package news.nashra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Map;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.core.Ids;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.media.Pictures;
import news.nashra.site.Site;
import news.nashra.testing.HttpEvent;

/// An editor who publishes through PublishArticle at times that the measurement chooses.
public final class Publisher {
  private final PublishArticle function;

  /// @param articles also used as the table of pictures, of which there are none
  public Publisher(Site site, Table articles, Table comments, Press press, InstantSource clock) {
    this.function =
        new PublishArticle(
            site, articles, comments, new Pictures(articles), press, new Ids(clock), clock);
  }

  /// Publishes an article.
  ///
  /// @return the receipt
  public JsonNode publish(Map<String, Object> article) {
    var event = HttpEvent.of("POST /api/articles").as("editors").json(article);
    return event.sendTo(function).expect(201).json();
  }
}
