package news.nashra.bench;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.homepage.RepressSite;
import news.nashra.site.Site;

/// Presses a whole site again as the state machine does, with as many slices at once as this
/// machine has processors.
public final class Represser {
  private final RepressSite function;
  private final PressRoom fronts;

  public Represser(Site site, Table articles, Table comments, Press press, InstantSource clock) {
    this.function = new RepressSite(site, articles, comments, press);
    this.fronts = new PressRoom(site, articles, press, clock);
  }

  List<RepressSite.Slice> slices() {
    return function.slices();
  }

  void pressSlice(RepressSite.Slice slice) {
    function.pressSlice(slice);
  }

  public void repress() {
    int lanes = Runtime.getRuntime().availableProcessors();
    var slices = slices();
    var work = new ArrayList<Callable<Boolean>>();
    for (int lane = 0; lane < lanes; lane++) {
      int first = lane;
      work.add(() -> {
        for (int i = first; i < slices.size(); i += lanes) {
          pressSlice(slices.get(i));
        }
        return true;
      });
    }
    Parallel.all(List.copyOf(work));
    fronts.rebuildFully();
  }
}
