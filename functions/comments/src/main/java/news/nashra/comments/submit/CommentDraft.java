package news.nashra.comments.submit;

import news.nashra.comments.proof.Proof;

/// A comment as a reader sent it, cleaned and within its limits.
///
/// @param honeypot what was typed into a field that people do not see
/// @param wantsMail whether the reader wants a mail when the newspaper replies
record CommentDraft(
    String name,
    String email,
    String title,
    String body,
    String honeypot,
    boolean wantsMail,
    Proof proof) {}
