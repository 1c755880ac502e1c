package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import news.nashra.testing.CaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MinifiedTest {
  @Test
  void aStyleSheetLosesCommentsAndSpaces() {
    var css =
        """
        /* The colour
           of links. */
        a, .label > b {
          color: var(--link);
          margin: 0 1rem;
        }
        @media (min-width: 48rem) { a { color: red; } }
        """;
    assertThat(Minified.style(css))
        .isEqualTo(
            "a,.label>b{color:var(--link);margin:0 1rem}@media (min-width:48rem){a{color:red}}");
  }

  @Test
  void aSpaceThatMeansSomethingStays() {
    assertThat(Minified.style("main p a{width:calc(1px + 2px)}"))
        .isEqualTo("main p a{width:calc(1px + 2px)}");
  }

  @ParameterizedTest
  @MethodSource
  void aScriptLosesCommentsAndSpaces(String script, String minified) {
    assertThat(Minified.script(script)).isEqualTo(minified + "\n");
  }

  private static Stream<Arguments> aScriptLosesCommentsAndSpaces() {
    return CaseFile.read("scripts.txt", 2);
  }
}
