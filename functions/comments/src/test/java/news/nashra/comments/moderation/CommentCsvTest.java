package news.nashra.comments.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.Decision;
import news.nashra.testing.CaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommentCsvTest {
  private static final Comment COMMENT = CommentsTable.sentAt(CommentsTable.NOW);

  @ParameterizedTest
  @MethodSource("cells")
  void aFormulaIsText(String text, String cell) {
    var csv = CommentCsv.write(List.of(with(text)));
    assertThat(csv).contains(",\"" + cell.replace("\"", "\"\"") + "\",");
  }

  @Test
  void theReplyIsTheLastCell() {
    var approved =
        COMMENT.after(
            new Comment.PastDecision(CommentsTable.NOW, "m", Decision.APPROVE, "خارج الموضوع"));
    var replied = approved.replied("=رد", "salma", CommentsTable.NOW);
    assertThat(CommentCsv.write(List.of())).endsWith("\"history\",\"reply\"\r\n");
    assertThat(CommentCsv.row(replied)).endsWith("خارج الموضوع\",\"'=رد\"\r\n");
    assertThat(CommentCsv.row(replied.withoutReply("salma", CommentsTable.NOW)))
        .endsWith("خارج الموضوع\",\"\"\r\n");
  }

  private static Stream<Arguments> cells() {
    return CaseFile.read("csv-cells.txt", 2);
  }

  /// The text is in every cell that holds words of a reader or moderator.
  private static Comment with(String text) {
    return new Comment(
        COMMENT.articleId(),
        COMMENT.id(),
        new Comment.Author(text, COMMENT.author().email(), COMMENT.author().person()),
        new Comment.Text(text, text),
        COMMENT.submission(),
        COMMENT.status(),
        COMMENT.review());
  }
}
