package news.nashra.core.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import news.nashra.local.aws.CountedCalls;
import news.nashra.local.aws.LocalAws;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TableTest {
  @RegisterExtension
  static final LocalServices SERVICES =
      LocalServices.with()
          .table("things", new LocalAws.Index("by-colour", "colour", "sk", "KEYS_ONLY"));

  private static final Table.Index BY_COLOUR = new Table.Index("by-colour", "colour", "sk");

  private CountedCalls calls;
  private Table table;

  @BeforeEach
  void fill() {
    calls = new CountedCalls(SERVICES.aws());
    table = new Table(calls.dynamoDb(), "things");
    for (int i = 1; i <= 5; i++) {
      table.put(item("a#" + i, i).with("colour", i % 2 == 0 ? "red" : "blue"));
    }
    table.put(item("b#1", 6));
  }

  @Test
  void anItemIsReadAsItWasWritten() {
    var item =
        Item.at("p", "whole")
            .with("text", "نص")
            .with("number", 12L)
            .with("flag", true)
            .with("instant", Instant.parse("2026-02-23T18:26:00Z"))
            .with("texts", List.of("one", "two"))
            .with("absent", Optional.empty())
            .with("none", List.of())
            .with(Map.of("map", Map.of("inner", "text", "list", List.of(1, 2))));
    table.put(item);
    var read = table.get("p", "whole").orElseThrow();
    assertThat(read).isEqualTo(item);
    assertThat(read.key()).isEqualTo(new Key("p", "whole"));
    assertThat(read.text("text")).isEqualTo("نص");
    assertThat(read.number("number")).isEqualTo(12);
    assertThat(read.flag("flag")).isTrue();
    assertThat(read.instant("instant")).isEqualTo("2026-02-23T18:26:00Z");
    assertThat(read.texts("texts")).containsExactly("one", "two");
    assertThat(read.find("map", map -> map.text("inner"))).contains("text");
    assertThat(read.attributes()).doesNotContainKeys("absent", "none");
    assertThatThrownBy(() -> read.text("absent"))
        .hasMessage("the item has no string attribute absent");
  }

  @Test
  void aHundredAndOneKeysTakeTwoCallsWhichAskForEachOnce() {
    IntStream.range(0, 101).forEach(i -> table.put(item("many#%03d".formatted(i), i)));
    var keys =
        IntStream.range(0, 202)
            .mapToObj(i -> new Key("p", "many#%03d".formatted(i % 101)))
            .toList();
    calls.clear();
    assertThat(table.get(keys)).hasSize(101).doesNotHaveDuplicates();
    assertThat(calls.names()).containsExactly("BatchGetItem", "BatchGetItem");
    assertThat(table.get(List.of(new Key("p", "nowhere")))).isEmpty();
  }

  @Test
  void aConditionDecidesWhetherAnItemIsPut() {
    var free = "attribute_not_exists(pk)";
    assertThat(table.put(item("new", 1), free, Map.of())).isTrue();
    assertThat(table.put(item("new", 2), free, Map.of())).isFalse();
    assertThat(table.put(item("new", 3), "n = :seen", Map.of(":seen", 1))).isTrue();
    assertThat(table.get("p", "new").orElseThrow().number("n")).isEqualTo(3);
  }

  @Test
  void aReservedNameIsWrittenWithAHash() {
    table.put(item("job", 1).with("status", "waiting"));
    var waiting = Map.of(":waiting", "waiting");
    assertThat(table.put(item("job", 2).with("status", "done"), "#status = :waiting", waiting))
        .isTrue();
    assertThat(table.put(item("job", 3), "#status = :waiting", waiting)).isFalse();
  }

  @Test
  void anUpdateAndADeletionSayWhetherTheyHappened() {
    var key = new Key("p", "a#1");
    assertThat(table.update(key, "SET n = :n", "n = :seen", Map.of(":n", 7, ":seen", 1))).isTrue();
    assertThat(table.update(key, "SET n = :n", "n = :seen", Map.of(":n", 8, ":seen", 1))).isFalse();
    assertThat(table.update(new Key("p", "fresh"), "SET n = :n", "", Map.of(":n", 9))).isTrue();
    assertThat(table.delete(key, "n = :seen", Map.of(":seen", 1))).isFalse();
    assertThat(table.delete(key, "n = :seen", Map.of(":seen", 7))).isTrue();
    table.delete(new Key("p", "fresh"));
    assertThat(table.get(List.of(key, new Key("p", "fresh")))).isEmpty();
  }

  @Test
  void queriesWalkAPartitionInBothDirections() {
    assertThat(keys(table.newest("p", Optional.empty(), 2))).containsExactly("b#1", "a#5");
    assertThat(keys(table.newest("p", Optional.of("a#3"), 9))).containsExactly("a#2", "a#1");
    assertThat(keys(table.between("p", "a#2", "a#4", 9))).containsExactly("a#4", "a#3", "a#2");
    assertThat(keys(table.beginningWith("p", "a#", 3))).containsExactly("a#1", "a#2", "a#3");
    assertThat(keys(table.following("p", "a#", "a#3", 9))).containsExactly("a#4", "a#5");
    assertThat(table.sortKeysAfter("p", "a#4", 9)).containsExactly("a#5", "b#1");
    assertThat(table.partition("p")).hasSize(6);
  }

  @Test
  void anIndexIsReadInItsOrderFromAnyPlace() {
    assertThat(keys(table.queryIndex(BY_COLOUR, "blue", Optional.empty(), 2)))
        .containsExactly("a#1", "a#3");
    assertThat(keys(table.queryIndex(BY_COLOUR, "blue", Optional.of("a#3"), 2)))
        .containsExactly("a#5");
  }

  private static Item item(String sk, long n) {
    return Item.at("p", sk).with("n", n);
  }

  private static List<String> keys(List<Item> items) {
    return items.stream().map(Item::sk).toList();
  }
}
