package news.nashra.comments.submit;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.nashra.comments.Comment;
import news.nashra.comments.Flag;
import news.nashra.comments.Person;
import news.nashra.comments.Reference;
import news.nashra.comments.bans.Ban;
import news.nashra.comments.bans.Sender;
import news.nashra.comments.screening.Candidate;
import news.nashra.comments.screening.Screening;
import news.nashra.comments.screening.ScreeningResult;
import news.nashra.core.Ids;
import news.nashra.core.KeyedHash;
import news.nashra.site.CommentPolicy;

/// Makes a comment of what a reader sent: it gets an id, a reference and, by the screening and the
/// bans, a status.
record NewComments(Supplier<String> ids, CommentPolicy policy, Screening screening) {
  /// @param address the network address of its sender
  /// @param ban that is in force for its sender
  /// @param hash the key of the newsroom
  Comment from(
      String articleId, CommentDraft draft, String address, Optional<Ban> ban, KeyedHash hash) {
    var id = ids.get();
    var person = Person.key(draft.email(), hash);
    var screened = screening.screen(candidate(articleId, id, person, draft));
    return new Comment(
        articleId,
        id,
        new Comment.Author(draft.name(), draft.email(), person),
        new Comment.Text(draft.title(), draft.body()),
        new Comment.Submission(
            Ids.instant(id),
            Sender.addressKey(address, hash),
            policy.termsVersion(),
            Reference.create(articleId, id, hash),
            draft.wantsMail()),
        ban.isPresent() ? Comment.Status.REJECTED : status(screened),
        Comment.Review.of(flags(ban, screened)));
  }

  private static List<Flag> flags(Optional<Ban> ban, ScreeningResult screened) {
    var banned = ban.map(b -> new Flag("banned-sender", "", b.sender().kind().word()));
    return Stream.concat(banned.stream(), screened.flags().stream()).limit(Flag.MAX_FLAGS).toList();
  }

  private static Candidate candidate(
      String articleId, String id, String person, CommentDraft draft) {
    return new Candidate(
        articleId,
        person,
        Ids.instant(id),
        draft.name(),
        draft.title(),
        draft.body(),
        draft.honeypot());
  }

  private Comment.Status status(ScreeningResult screened) {
    return switch (screened) {
      case ScreeningResult.Banned banned -> Comment.Status.REJECTED;
      case ScreeningResult.Suspect suspect -> Comment.Status.PENDING;
      case ScreeningResult.Clean clean ->
          policy.moderated() ? Comment.Status.PENDING : Comment.Status.APPROVED;
    };
  }
}
