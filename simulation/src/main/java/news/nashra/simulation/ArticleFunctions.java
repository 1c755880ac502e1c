package news.nashra.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.InstantSource;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import news.nashra.articles.press.PressArticles;
import news.nashra.articles.publish.EditAuthors;
import news.nashra.articles.publish.EditLive;
import news.nashra.articles.publish.NearReleases;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.articles.publish.ReadArticles;
import news.nashra.articles.release.ReleaseScheduled;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.media.Pictures;
import news.nashra.site.Site;

/// The functions of articles, with the simulation's clients, ids and clock.
public record ArticleFunctions(Site site, Table articles, Table comments, Press pages) {
  public RequestStreamHandler publish(
      Pictures pictures, Supplier<String> ids, InstantSource clock, NearReleases releases) {
    return new PublishArticle(site, articles, comments, pictures, pages, ids, clock, releases);
  }

  public RequestStreamHandler release(InstantSource clock, LongConsumer sleep) {
    return new ReleaseScheduled(site, articles, comments, pages, clock, sleep);
  }

  public RequestStreamHandler read() {
    return new ReadArticles(site.edition(), articles);
  }

  public RequestStreamHandler authors(Table media, InstantSource clock) {
    return new EditAuthors(site.messages(), articles, media, clock);
  }

  public RequestStreamHandler live(Table media, InstantSource clock) {
    return new EditLive(site, articles, comments, media, pages, clock);
  }

  public RequestStreamHandler press(InstantSource clock) {
    return new PressArticles(site, articles, comments, pages, (reference, paths) -> {}, clock);
  }
}
