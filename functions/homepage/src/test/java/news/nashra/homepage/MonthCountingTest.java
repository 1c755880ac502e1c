package news.nashra.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.nashra.articles.Change;
import news.nashra.articles.store.ArticleLists;
import news.nashra.homepage.archives.ArchivePageGroups;
import news.nashra.homepage.archives.MonthCounting;
import news.nashra.homepage.state.ListReads;
import news.nashra.homepage.state.MonthCounts;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is kept of the counts, when others count at the same time.
class MonthCountingTest {
  private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

  @RegisterExtension static final LocalServices SERVICES = Paper.services();

  private final Paper paper = new Paper(SERVICES);
  private final MonthCounting counting =
      new MonthCounting(paper.articles, new ArchivePageGroups(paper.site()));

  @Test
  void whatIsStillAsItWasIsNotWrittenAgain() {
    paper.publish("خبر", "society");
    paper.rebuild();
    var kept = kept();
    assertThat(keep(count(kept))).isEqualTo(kept);
    assertThat(kept()).isEqualTo(kept);
  }

  @Test
  void whatSeemsUnchangedIsComparedWithWhatOthersHaveKeptMeanwhile() {
    paper.publish("خبر", "society");
    paper.rebuild();
    var before = kept();
    var second = paper.publish("خبر", "society");
    paper.rebuild();
    assertThat(kept().months()).isEqualTo(Map.of(FEBRUARY, 2));
    paper.desk.withdraw(second);
    var counted = count(before);
    assertThat(counted.counts()).isEqualTo(before);
    assertThat(keep(counted).months()).isEqualTo(Map.of(FEBRUARY, 1));
    assertThat(kept().months()).isEqualTo(Map.of(FEBRUARY, 1));
  }

  @Test
  void whatOthersHaveKeptMeanwhileIsCountedAgain() {
    paper.publish("خبر", "society");
    paper.rebuild();
    var before = kept();
    paper.publish("خبر", "society");
    var counted = count(before);
    paper.publish("خبر", "society");
    paper.rebuild();
    var kept = keep(counted);
    assertThat(kept.months()).isEqualTo(Map.of(FEBRUARY, 3));
    assertThat(kept()).isEqualTo(kept);
  }

  private MonthCounts kept() {
    return MonthCounts.find(paper.articles).orElseThrow();
  }

  private MonthCounting.Counted count(MonthCounts kept) {
    return counting.count(changes(), Optional.of(kept), reads(), this::reads);
  }

  private MonthCounts keep(MonthCounting.Counted counted) {
    return counting.keep(counted, reads(), this::reads);
  }

  private List<Change> changes() {
    return new ArticleLists(paper.articles, Set.of()).changes(Instant.EPOCH, 10);
  }

  private ListReads reads() {
    return new ListReads(paper.articles, Set.of());
  }
}
