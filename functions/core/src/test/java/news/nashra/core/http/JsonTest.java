package news.nashra.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Jackson's own mapper says is right.
class JsonTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .build();

  private enum Colour {
    RED
  }

  private record Inner(String text, @Nullable String absent, List<Colour> colours) {}

  private record Outer(int number, Inner inner, boolean flag, Map<String, Double> shares) {}

  @Test
  void recordsMapsAndListsAreWritten() throws JsonProcessingException {
    var value =
        new Outer(
            1,
            new Inner("\"نص\" </x>\u2028\u0001😀", null, List.of(Colour.RED)),
            true,
            Map.of("a", 0.1));
    assertThat(Json.write(value)).isEqualTo(MAPPER.writeValueAsString(value));
    var map = new LinkedHashMap<String, Object>();
    map.put("null", null);
    map.put("long", Long.MAX_VALUE);
    map.put("empty", List.of());
    map.put("array", new Object[] {"a", 1});
    assertThat(Json.write(map)).isEqualTo(MAPPER.writeValueAsString(map));
  }

  @Test
  void anInstantIsWrittenAsText() {
    var instant = Instant.parse("2026-02-23T18:26:00.120Z");
    assertThat(Json.write(Map.of("at", instant)))
        .isEqualTo("{\"at\":\"2026-02-23T18:26:00.120Z\"}");
  }

  @Test
  void whatHasNoFormIsRefused() {
    assertThatThrownBy(() -> Json.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.write(Map.of("x", new Thread())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void treesAreReadAndWrittenLikeTheMapperDoes() throws JsonProcessingException {
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      var text = MAPPER.writeValueAsString(tree(random, 4));
      var read = Json.read(text);
      assertThat(read).isEqualTo(MAPPER.readTree(text));
      assertThat(Json.write(read)).isEqualTo(text);
    }
  }

  private static JsonNode tree(Random random, int depth) {
    var nodes = JsonNodeFactory.instance;
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> nodes.numberNode(random.nextInt());
      case 1 -> nodes.numberNode(random.nextLong());
      case 2 -> nodes.numberNode(random.nextGaussian() * 1e20);
      case 3 -> nodes.textNode("نص " + random.nextInt() + "\n\t\"\\/");
      case 4 -> nodes.booleanNode(random.nextBoolean());
      case 5 -> nodes.nullNode();
      case 6 -> nodes.numberNode(new java.math.BigInteger(80, random));
      case 7 -> {
        var array = nodes.arrayNode();
        random.ints(random.nextInt(4)).forEach(x -> array.add(tree(random, depth - 1)));
        yield array;
      }
      default -> {
        var object = nodes.objectNode();
        random.ints(random.nextInt(4)).forEach(x -> object.set("k" + x, tree(random, depth - 1)));
        yield object;
      }
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":2}",
        "{} {}",
        "[1,2",
        "{\"a\"",
        "nul",
        "[1,]",
        "{\"a\":1,}",
        "01",
        "NaN",
        "'x'",
        "\"\u0001\"",
        "]"
      })
  void whatIsNotJsonIsRefused(String text) {
    assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nestingIsLimited() {
    assertThat(Json.read("[".repeat(100) + "]".repeat(100)).isArray()).isTrue();
    assertThatThrownBy(() -> Json.read("[".repeat(101) + "]".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n"})
  void noTextIsNoValue(String text) {
    assertThat(Json.read(text).isMissingNode()).isTrue();
  }
}
