/// Mail that the newspaper owes: to readers who asked for its answers, and to moderators.
@NullMarked
package news.nashra.comments.mail;

import org.jspecify.annotations.NullMarked;
