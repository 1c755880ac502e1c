package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

  @Test
  void aScriptKeepsItsLinesAndItsTexts() {
    var js =
        """
        // Starts a block.
        start(() => {
          const address = "https://news.example"; // kept
          // gone
          return address
        });
        """;
    assertThat(Minified.script(js))
        .isEqualTo(
            """
            start(() => {
            const address = "https://news.example"; // kept
            return address
            });
            """);
  }
}
