package news.nashra.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import news.nashra.core.FieldError;
import org.junit.jupiter.api.Test;

class FieldsTest {
  @Test
  void aMegabyteOfUnknownFieldsHasAShortAnswer() {
    var object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 100_000; i++) {
      object.put("unknown" + i, 1);
    }
    var answer = refusal(object);
    assertThat(Json.read(answer).path("errors")).hasSize(Problem.MAX_ERRORS);
    assertThat(answer.length()).isLessThan(8_000);
  }

  @Test
  void aFaultThatIsFoundTwiceIsToldOnce() {
    var fields = new Fields(JsonNodeFactory.instance.objectNode().put("status", 1).put("a", 1));
    fields.raw("status");
    fields.raw("status");
    fields.fault("status", "error.badStatus");
    assertThat(Problem.invalid(fields.faults()).errors())
        .containsExactly(
            FieldError.of("status", "error.wrongType.text"),
            FieldError.of("status", "error.badStatus"),
            FieldError.of("a", "error.unknownField"));
  }

  @Test
  void theNameOfAnUnknownFieldIsShortened() {
    for (var name : List.of("x".repeat(1_000_000), "س\u064E".repeat(500_000))) {
      var answer = refusal(JsonNodeFactory.instance.objectNode().put(name, 1));
      var shown = Json.read(answer).at("/errors/0/field").asText();
      assertThat(shown).hasSizeBetween(40, 400).endsWith("…");
      assertThat(name).startsWith(shown.substring(0, shown.length() - 1));
    }
  }

  private static String refusal(ObjectNode object) {
    return new Problems((key, args) -> key)
        .write(Problem.invalid(new Fields(object).faults()))
        .body();
  }

  @Test
  void eachKindIsReadCleaned() {
    var fields =
        fields(
            """
            {"line": "  a \\n b ", "lines": "a\\r\\nb", "raw": " x ", "flag": true, "number": 12,
             "list": [" one ", "two"], "object": {"inner": "text"}, "objects": [{}, {}]}
            """);
    assertThat(fields.line("line", 9)).contains("a b");
    assertThat(fields.requiredLines("lines", 9)).isEqualTo("a\nb");
    assertThat(fields.raw("raw")).contains(" x ");
    assertThat(fields.flag("flag")).contains(true);
    assertThat(fields.number("number")).contains(12L);
    assertThat(fields.list("list", 2, 3)).containsExactly("one", "two");
    assertThat(fields.object("object").orElseThrow().line("inner", 9)).contains("text");
    assertThat(fields.objects("objects", 2)).hasSize(2);
    assertThat(fields.faults()).isEmpty();
  }

  @Test
  void everyFaultIsGathered() {
    var fields =
        fields(
            """
            {"long": "abcd", "text": 1, "flag": "yes", "number": 1.5, "big": 99999999999999999999,
             "many": [1, 2, 3], "list": ["ok", 2, " ", "too long"], "object": [],
             "objects": [{}, "x"], "one": {"inner": 7, "strange": 1}, "\\u202eunknown": 1}
            """);
    fields.line("long", 3);
    fields.raw("text");
    fields.flag("flag");
    fields.number("number");
    fields.number("big");
    fields.list("many", 2, 9);
    fields.list("list", 9, 3);
    fields.object("object");
    fields.objects("objects", 9);
    fields.objects("none", 9);
    fields.object("one").orElseThrow().line("inner", 9);
    fields.requiredLine("missing", 9);
    assertThat(fields.faults())
        .containsExactly(
            FieldError.of("long", "error.tooLong", 3),
            FieldError.of("text", "error.wrongType.text"),
            FieldError.of("flag", "error.wrongType.flag"),
            FieldError.of("number", "error.wrongType.number"),
            FieldError.of("big", "error.wrongType.number"),
            FieldError.of("many", "error.tooMany", 2),
            FieldError.of("list[1]", "error.wrongType.text"),
            FieldError.of("list[2]", "error.required"),
            FieldError.of("list[3]", "error.tooLong", 3),
            FieldError.of("object", "error.wrongType.object"),
            FieldError.of("objects[1]", "error.wrongType.object"),
            FieldError.of("none", "error.required"),
            FieldError.of("missing", "error.required"),
            FieldError.of("one.inner", "error.wrongType.text"),
            FieldError.of("one.strange", "error.unknownField"),
            FieldError.of("unknown", "error.unknownField"));
  }

  @Test
  void aFaultOfAListNamesThePlaceInWhatWasSent() {
    var fields =
        fields("{\"objects\": [5, {\"text\": 1}, {\"text\": \"a\"}], \"ids\": [5, \"x\"]}");
    var objects = fields.objects("objects", 9);
    assertThat(objects).hasSize(2);
    objects.forEach(object -> object.line("text", 9));
    assertThat(fields.listed("ids", 9, 9)).containsExactly(new Fields.Listed("ids[1]", "x"));
    assertThat(fields.faults())
        .containsExactly(
            FieldError.of("objects[0]", "error.wrongType.object"),
            FieldError.of("ids[0]", "error.wrongType.text"),
            FieldError.of("objects[1].text", "error.wrongType.text"));
  }

  @Test
  void aNullIsAbsentAndARequiredFieldOfTheWrongTypeHasOneFault() {
    var fields = fields("{\"headline\": null, \"title\": 7, \"blank\": \" \\u200b \"}");
    assertThat(fields.has("headline")).isFalse();
    assertThat(fields.requiredLine("headline", 9)).isEmpty();
    assertThat(fields.requiredLine("title", 9)).isEmpty();
    assertThat(fields.requiredLines("blank", 9)).isEmpty();
    assertThat(fields.faults())
        .containsExactly(
            FieldError.of("headline", "error.required"),
            FieldError.of("title", "error.wrongType.text"),
            FieldError.of("blank", "error.required"));
  }

  @Test
  void anErrorOfAnElementKeepsItsArguments() {
    var list = fields("{\"long\": \"abcd\"}");
    list.line("long", 3);
    var fields = fields("{}");
    list.faults().forEach(fault -> fields.fault(fault.within("list[0].")));
    assertThat(fields.faults()).containsExactly(FieldError.of("list[0].long", "error.tooLong", 3));
  }

  private static Fields fields(String json) {
    return new Fields((ObjectNode) Json.read(json));
  }
}
