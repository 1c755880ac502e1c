package news.nashra.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StreamImageTest {
  @Test
  void eachValueIsUnderTheNameOfItsType() {
    var text = AttributeValue.fromS("x");
    assertThat(
            StreamImage.of(
                Map.of(
                    "text", text,
                    "number", AttributeValue.fromN("12"),
                    "flag", AttributeValue.fromBool(true),
                    "list", AttributeValue.fromL(List.of(text)),
                    "map", AttributeValue.fromM(Map.of("inner", text)))))
        .isEqualTo(
            Map.of(
                "text", Map.of("S", "x"),
                "number", Map.of("N", "12"),
                "flag", Map.of("BOOL", true),
                "list", Map.of("L", List.of(Map.of("S", "x"))),
                "map", Map.of("M", Map.of("inner", Map.of("S", "x")))));
  }

  @Test
  void aTypeThatNoItemHasIsAFault() {
    var set = Map.of("set", AttributeValue.fromSs(List.of("a")));
    assertThatThrownBy(() -> StreamImage.of(set)).hasMessage("no item has an attribute of type SS");
  }
}
