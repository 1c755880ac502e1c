package news.nashra.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import news.nashra.core.Text;
import news.nashra.testing.CaseFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SameTextTest {
  private static final Comment COMMENT = CommentsTable.sentAt(CommentsTable.NOW);

  @ParameterizedTest
  @MethodSource("texts")
  void aTextIsTheSameHoweverItIsDisguised(String verdict, String one, String other) {
    boolean same = verdict.equals("same");
    assertThat(mark(Text.lines(one)).equals(mark(Text.lines(other)))).isEqualTo(same);
  }

  private static Stream<Arguments> texts() {
    return CaseFile.read("same-texts.txt", 3);
  }

  private static String mark(String body) {
    var comment =
        new Comment(
            COMMENT.articleId(),
            COMMENT.id(),
            COMMENT.author(),
            new Comment.Text("رأي", body),
            COMMENT.submission(),
            COMMENT.status(),
            COMMENT.review());
    return SameText.item(comment, CommentsTable.HASH).pk();
  }
}
