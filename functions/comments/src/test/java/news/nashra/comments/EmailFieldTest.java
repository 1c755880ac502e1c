package news.nashra.comments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.stream.Stream;
import news.nashra.core.FieldError;
import news.nashra.core.http.Fields;
import news.nashra.testing.CaseFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EmailFieldTest {
  @ParameterizedTest
  @MethodSource("addresses")
  void invisibleCharactersBreakNoAddress(String sent, String kept) {
    var fields = new Fields(JsonNodeFactory.instance.objectNode().put("email", sent));
    var email = EmailField.read(fields);
    if (kept.isEmpty()) {
      assertThat(fields.faults()).extracting(FieldError::field).containsExactly("email");
    } else {
      assertThat(email).isEqualTo(kept);
      assertThat(fields.faults()).isEmpty();
    }
  }

  private static Stream<Arguments> addresses() {
    return CaseFile.read("emails.txt", 2);
  }
}
