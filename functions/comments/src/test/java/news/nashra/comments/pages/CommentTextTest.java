package news.nashra.comments.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.comments.ShownComment;
import news.nashra.comments.pages.CommentText.Span;
import news.nashra.testing.CaseFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTextTest {
  @Test
  void textWithoutAnAddressIsOneSpan() {
    assertThat(CommentText.spans("سطر\nوسطر")).containsExactly(text("سطر\nوسطر"));
  }

  @Test
  void aParenthesisBelongsToAnAddressThatOpensOne() {
    assertThat(CommentText.spans("https://a.example/Fez_(city)، (https://a.example/x)."))
        .containsExactly(
            text(""),
            link("https://a.example/Fez_(city)"),
            text("، ("),
            link("https://a.example/x"),
            text(")."));
  }

  @Test
  void addressesAreSeparatedFromText() {
    assertThat(CommentText.spans("قبل https://a.example/x?y=1#z بين HTTP://b.example\nبعد"))
        .containsExactly(
            text("قبل "),
            link("https://a.example/x?y=1#z"),
            text(" بين "),
            link("HTTP://b.example"),
            text("\nبعد"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "انظر https://a.example/x.|https://a.example/x",
        "انظر https://a.example/x، ثم|https://a.example/x",
        "هل رأيت https://a.example/x؟|https://a.example/x",
        "«https://a.example/x»|https://a.example/x",
        "(https://a.example/x)|https://a.example/x",
        "[https://a.example/x];|https://a.example/x",
        "https://a.example/x!!!…|https://a.example/x",
        "https://a.example/x.html|https://a.example/x.html",
        "https://a.example/?q=a,b|https://a.example/?q=a,b",
        "https://a.example/\"onclick=|https://a.example/",
        "https://a.example/<script>|https://a.example/"
      })
  void trailingPunctuationIsNotPartOfAnAddress(String text, String href) {
    assertThat(CommentText.spans(text)).contains(link(href));
    assertThat(joined(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript://example.com/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://a.example/",
        "mailto:reader@a.example",
        "//a.example/x",
        "www.a.example",
        "a.example",
        "https://",
        "https:// a.example",
        "https://.",
        "https://[",
        "https:///x",
        "https://youtu.be@evil.example/x",
        "https://user:password@a.example/",
        "https://a.example/%",
        "https://a.example/{x}",
        "http:a.example"
      })
  void onlyWebAddressesAreLinks(String text) {
    assertThat(CommentText.spans(text)).allMatch(span -> span.href().isEmpty());
    assertThat(joined(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void linesOfOneDirectionAreABlock(String text, String shown) {
    var blocks = new StringBuilder();
    for (var block : CommentText.blocks(text)) {
      blocks
          .append(block.figure() ? "figure" : block.direction().orElse("none"))
          .append('[')
          .append(joined(block.spans()))
          .append(']');
    }
    assertThat(blocks.toString()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "iPhone, هل يتفوق iPhone 18 Pro Max على Google Pixel 11 Pro XL؟, rtl",
    "رأي, I agree with all of it, ltr",
    "رأي, 👍, rtl",
    "2026, 👍,"
  })
  void aCommentIsReadAsItsText(String title, String body, @Nullable String direction) {
    var comment = new ShownComment("a", "c", "قارئة", title, body, Instant.EPOCH, Optional.empty());
    assertThat(CommentText.direction(comment)).isEqualTo(direction);
  }

  private static Stream<Arguments> blocks() {
    return CaseFile.read("comment-blocks.txt", 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "https://a.example https://b.example",
        "https://a.example,https://b.example.",
        "https://[ https://b.example) نص",
        "😀https://a.example/😀😀",
        "javascript:https://a.example/",
        "https://a.example..... ....",
        "a\n\nhttps://a.example\n"
      })
  void theSpansAddUpToTheText(String text) {
    assertThat(joined(text)).isEqualTo(text);
    assertThat(CommentText.blocks(text).stream().map(b -> joined(b.spans()))).containsExactly(text);
    assertThat(CommentText.spans(text))
        .allMatch(span -> span.href().stream().allMatch(href -> href.startsWith("https://")));
  }

  private static String joined(String text) {
    return joined(CommentText.spans(text));
  }

  private static String joined(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  private static Span text(String text) {
    return new Span(text, Optional.empty());
  }

  private static Span link(String href) {
    return new Span(href, Optional.of(href));
  }
}
