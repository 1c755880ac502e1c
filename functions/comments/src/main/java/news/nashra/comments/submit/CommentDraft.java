package news.nashra.comments.submit;

import news.nashra.comments.proof.Proof;

/// A comment as a reader sends it, cleaned and within its limits.
///
/// @param honeypot what was typed into the honeypot, a field that people never see
record CommentDraft(
    String name, String email, String title, String body, String honeypot, Proof proof) {}
