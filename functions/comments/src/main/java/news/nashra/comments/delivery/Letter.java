package news.nashra.comments.delivery;

import java.util.Optional;

/// A mail as it is sent, in plain text: no pictures, nothing that tells whether it was read.
///
/// @param to the address
/// @param unsubscribe the address to which a mail program posts to end such mail ([RFC
///   8058](https://www.rfc-editor.org/rfc/rfc8058)); none for a confirmation, which is sent once
public record Letter(String to, String subject, String text, Optional<String> unsubscribe) {}
