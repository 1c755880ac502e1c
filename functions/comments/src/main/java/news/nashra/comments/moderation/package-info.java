/// What moderators do: the queue, decisions, erasures.
@NullMarked
package news.nashra.comments.moderation;

import org.jspecify.annotations.NullMarked;
