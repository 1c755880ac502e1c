package news.nashra.core.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import news.nashra.core.Parallel;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class TransactionTest {
  @RegisterExtension
  static final LocalServices SERVICES = LocalServices.with().table("one").table("other");

  private Table one;
  private Table other;

  @BeforeEach
  void tables() {
    one = new Table(SERVICES.dynamoDb(), "one");
    other = new Table(SERVICES.dynamoDb(), "other");
  }

  @Test
  void writesOfTwoTablesHappenTogether() {
    var result =
        one.commit(new Transaction().put(one, item("a", 1)).create("new", other, item("b", 2)));
    assertThat(result).isEqualTo(new Transaction.Committed());
    assertThat(one.get("a", "a")).contains(item("a", 1));
    assertThat(other.get("b", "b")).contains(item("b", 2));
  }

  @Test
  void aConditionThatFailsRefusesAllAndShowsWhatIsThere() {
    other.put(item("b", 7));
    var transaction =
        new Transaction()
            .put(one, item("a", 1))
            .create("new", other, item("b", 2))
            .put("seen", one, item("c", 3), "n = :seen", Map.of(":seen", 9));
    assertThat(transaction.size()).isEqualTo(3);
    var refused = (Transaction.Refused) one.commit(transaction);
    assertThat(refused.failed("new")).isTrue();
    assertThat(refused.item("new")).contains(item("b", 7));
    assertThat(refused.failed("seen")).isTrue();
    assertThat(refused.item("seen")).as("nothing is there").isEqualTo(Optional.empty());
    assertThat(refused.failed("another")).isFalse();
    assertThat(one.partition("a")).isEmpty();
  }

  @Test
  void anItemIsDeletedOnConditionOrNothingHappens() {
    one.put(item("a", 1));
    var stale = new Transaction().delete("seen", one, new Key("a", "a"), "n = :n", Map.of(":n", 2));
    var refused = (Transaction.Refused) one.commit(stale.put(other, item("b", 2)));
    assertThat(refused.item("seen")).contains(item("a", 1));
    assertThat(other.partition("b")).isEmpty();
    var seen = new Transaction().delete("seen", one, new Key("a", "a"), "n = :n", Map.of(":n", 1));
    assertThat(one.commit(seen.put(other, item("b", 2)))).isEqualTo(new Transaction.Committed());
    assertThat(one.partition("a")).isEmpty();
    assertThat(other.get("b", "b")).contains(item("b", 2));
  }

  @Test
  void transactionsThatMeetOnOneItemAllCount() {
    one.put(item("count", 0));
    Callable<Transaction.Result> add =
        () ->
            one.commit(
                new Transaction()
                    .update(
                        "count",
                        one,
                        new Key("count", "count"),
                        "ADD n :one",
                        "attribute_exists(pk)",
                        Map.of(":one", 1)));
    var results = Parallel.all(IntStream.range(0, 8).mapToObj(i -> add).toList());
    assertThat(results).containsOnly(new Transaction.Committed());
    assertThat(one.get("count", "count")).contains(item("count", 8));
  }

  @Test
  void whatDynamoDbDoesNotTakeIsThrown() {
    var twice = new Transaction().put(one, item("a", 1)).delete(one, new Key("a", "a"));
    assertThatThrownBy(() -> one.commit(twice))
        .isInstanceOf(DynamoDbException.class)
        .satisfies(e -> assertThat(AwsFailure.isTransient((RuntimeException) e)).isFalse());
  }

  @Test
  void deletionsAreOfTheTransactionToo() {
    one.put(item("a", 1));
    one.put(item("b", 2));
    one.commit(
        new Transaction().delete(one, new Key("a", "a")).delete(one, new Key("nowhere", "x")));
    assertThat(one.get(List.of(new Key("a", "a"), new Key("b", "b"))))
        .containsExactly(item("b", 2));
  }

  private static Item item(String key, long n) {
    return Item.at(key, key).with("n", n);
  }
}
