package news.nashra.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.InstantSource;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.homepage.RebuildHomepage;
import news.nashra.homepage.RepressSite;
import news.nashra.site.Site;

/// The functions of the homepage module, with the simulation's clients and clock.
public record HomepageFunctions(Site site, Table articles, Table comments, Press pages) {
  public RequestStreamHandler rebuild(InstantSource clock) {
    return new RebuildHomepage(site, articles, pages, clock);
  }

  public RequestStreamHandler repress() {
    return new RepressSite(site, articles, comments, pages);
  }
}
