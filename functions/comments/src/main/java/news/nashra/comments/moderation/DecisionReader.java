package news.nashra.comments.moderation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import news.nashra.comments.CommentLimits;
import news.nashra.comments.Decision;
import news.nashra.core.http.Fields;

/// Reads the decisions of a request. Refuses with 422, naming each field that is wrong, such as
/// `decisions[2].decision`.
final class DecisionReader {

  /// In grapheme clusters. A longer text is refused as too long, a shorter one as unknown.
  private static final int MAX_DECISION_LENGTH = 400;

  private DecisionReader() {}

  static List<Moderation.Request> read(ObjectNode body) {
    var fields = new Fields(body);
    var objects = fields.objects("decisions", CommentLimits.DECISIONS);
    var decisions = objects.stream().map(DecisionReader::read).toList();
    if (decisions.isEmpty() && fields.faults().isEmpty()) {
      fields.fault("decisions", "error.noDecisions");
    }
    fields.refuseFaults();
    return decisions;
  }

  private static Moderation.Request read(Fields fields) {
    var decision = fields.requiredLine("decision", MAX_DECISION_LENGTH);
    var read = Decision.find(decision);
    if (!decision.isEmpty() && read.isEmpty()) {
      fields.fault("decision", "error.badDecision", String.join(", ", Decision.words()));
    }
    var target = CommentTarget.read(fields);
    return new Moderation.Request(
        target.articleId(),
        target.commentId(),
        read.orElse(Decision.REJECT),
        fields.line("reason", CommentLimits.REASON),
        CommentTarget.revision(fields));
  }
}
