/// Senders whose comments are rejected for a time.
@NullMarked
package news.nashra.comments.bans;

import org.jspecify.annotations.NullMarked;
