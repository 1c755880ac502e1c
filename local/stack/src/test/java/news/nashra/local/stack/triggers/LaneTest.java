package news.nashra.local.stack.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {
  private final List<List<Integer>> batches = new ArrayList<>();
  private final CountDownLatch atWork = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @Test
  void whatComesWhileABatchIsAtWorkGoesWithTheNextOneInOrder() throws Exception {
    try (var lane = new Lane("lane", 5, Duration.ZERO, this::deliver)) {
      var parts = new ArrayList<Future<?>>();
      parts.add(lane.add(records(0, 1)));
      assertThat(atWork.await(10, TimeUnit.SECONDS)).isTrue();
      parts.add(lane.add(records(1, 3)));
      parts.add(lane.add(records(3, 5)));
      parts.add(lane.add(records(5, 9)));
      goOn.countDown();
      for (var part : parts) {
        part.get(10, TimeUnit.SECONDS);
      }
    }
    assertThat(batches).containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(5, 6, 7, 8));
  }

  @Test
  void aBatchWaitsForMoreUntilItIsFull() throws Exception {
    goOn.countDown();
    try (var lane = new Lane("lane", 3, Duration.ofHours(1), this::deliver)) {
      var first = lane.add(records(0, 1));
      lane.add(records(1, 3));
      first.get(10, TimeUnit.SECONDS);
    }
    assertThat(batches).containsExactly(List.of(0, 1, 2));
  }

  @Test
  void aBatchWaitsForMoreUntilItsWindowIsOver() throws Exception {
    goOn.countDown();
    try (var lane = new Lane("lane", 3, Duration.ofMillis(300), this::deliver)) {
      long start = System.nanoTime();
      lane.add(records(0, 1));
      lane.add(records(1, 2)).get(10, TimeUnit.SECONDS);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(290));
    }
    assertThat(batches).containsExactly(List.of(0, 1));
  }

  @Test
  void aBatchThatFailsIsDealtWith() throws Exception {
    try (var lane =
        new Lane(
            "lane",
            5,
            Duration.ZERO,
            batch -> {
              throw new IllegalStateException("the function is gone");
            })) {
      lane.add(records(0, 1)).get(10, TimeUnit.SECONDS);
      assertThat(lane.add(records(1, 2)).get(10, TimeUnit.SECONDS)).isNull();
    }
  }

  private void deliver(List<JsonNode> batch) {
    batches.add(batch.stream().map(JsonNode::asInt).toList());
    atWork.countDown();
    try {
      assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<JsonNode> records(int from, int to) {
    return IntStream.range(from, to).<JsonNode>mapToObj(IntNode::valueOf).toList();
  }
}
