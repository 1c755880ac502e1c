package news.nashra.core.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import news.nashra.core.Settings;
import news.nashra.local.aws.LocalAws;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Everything that [Table] and [Transaction] ask of DynamoDB, over HTTP.
class LightDynamoDbTest {
  @RegisterExtension
  static final LocalServices SERVICES =
      LocalServices.with()
          .table("things", new LocalAws.Index("by-colour", "colour", "sk", "KEYS_ONLY"));

  private static final Table.Index BY_COLOUR = new Table.Index("by-colour", "colour", "sk");

  private Table table;

  @BeforeEach
  void connect() {
    var environment = new HashMap<>(SERVICES.environment());
    environment.put("THINGS_TABLE", "things");
    table = new Aws(new Settings(environment)).table("THINGS_TABLE");
  }

  @Test
  void anItemComesBackAsItWasWritten() {
    var item =
        Item.at("p", "s")
            .with("text", "نص \"بعلامات\" \\ 😀 \u0000\u2028")
            .with("number", 12L)
            .with("decimal", Optional.of(0.25))
            .with("flag", true)
            .with("texts", List.of("a", "ب"))
            .with(Map.of("map", Map.of("inner", "x", "list", List.of(1, 2, Map.of("y", false)))));
    table.put(item);
    assertThat(table.get("p", "s")).contains(item);
    assertThat(table.get("p", "other")).isEmpty();
  }

  @Test
  void manyItemsAreReadAtOnce() {
    IntStream.range(0, 150).forEach(i -> table.put(Item.at("p", "s" + i)));
    var keys = IntStream.range(0, 160).mapToObj(i -> new Key("p", "s" + i)).toList();
    assertThat(table.get(keys)).hasSize(150);
  }

  @Test
  void conditionsDecide() {
    var item = Item.at("p", "s").with("status", "new");
    assertThat(table.put(item, "attribute_not_exists(pk)", Map.of())).isTrue();
    assertThat(table.put(item, "attribute_not_exists(pk)", Map.of())).isFalse();
    assertThat(table.put(item, "#status = :s", Map.of(":s", "old"))).isFalse();
    assertThat(table.update(item.key(), "SET n = :n", "", Map.of(":n", 1))).isTrue();
    assertThat(table.update(item.key(), "SET n = :n", "n = :m", Map.of(":n", 2, ":m", 2)))
        .isFalse();
    assertThat(table.delete(item.key(), "n = :m", Map.of(":m", 2))).isFalse();
    assertThat(table.delete(item.key(), "n = :m", Map.of(":m", 1))).isTrue();
    table.delete(item.key());
    assertThat(table.get("p", "s")).isEmpty();
  }

  @Test
  void listsAreReadInOrder() {
    for (int i = 0; i < 5; i++) {
      table.put(Item.at("p", "s" + i).with("colour", i % 2 == 0 ? "red" : "blue"));
    }
    assertThat(sortKeys(table.newest("p", Optional.of("s3"), 2))).containsExactly("s2", "s1");
    assertThat(sortKeys(table.beginningWith("p", "s", 2))).containsExactly("s0", "s1");
    assertThat(table.sortKeysAfter("p", "s2", 10)).containsExactly("s3", "s4");
    assertThat(table.count("p", "s1", "s3", 10)).isEqualTo(3);
    assertThat(sortKeys(table.queryIndex(BY_COLOUR, "red", Optional.of("s0"), 10)))
        .containsExactly("s2", "s4");
  }

  @Test
  void aListOfMoreThanAMegabyteIsReadInPages() {
    for (int i = 0; i < 5; i++) {
      table.put(Item.at("p", "s" + i).with("text", "ا".repeat(150_000)));
    }
    assertThat(table.partition("p")).hasSize(5);
  }

  @Test
  void aTransactionSaysWhatIsThereInstead() {
    var there = Item.at("p", "s").with("n", 7L);
    table.put(there);
    var refused =
        (Transaction.Refused)
            table.commit(
                new Transaction()
                    .put(table, Item.at("p", "other"))
                    .create("article", table, Item.at("p", "s")));
    assertThat(refused.item("article")).contains(there);
    assertThat(table.get("p", "other")).isEmpty();
    assertThat(
            table.commit(
                new Transaction()
                    .delete("old", table, there.key(), "n = :n", Map.of(":n", 7))
                    .put(table, Item.at("p", "other"))))
        .isEqualTo(new Transaction.Committed());
    assertThat(sortKeys(table.partition("p"))).containsExactly("other");
  }

  private static List<String> sortKeys(List<Item> items) {
    return items.stream().map(Item::sk).toList();
  }
}
