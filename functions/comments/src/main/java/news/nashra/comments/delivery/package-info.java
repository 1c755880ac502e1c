/// Sends the mails that the newspaper owes.
@NullMarked
package news.nashra.comments.delivery;

import org.jspecify.annotations.NullMarked;
