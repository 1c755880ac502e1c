/// What moderators do: read the queue, decide on comments, erase a person's comments.
@NullMarked
package news.nashra.comments.moderation;

import org.jspecify.annotations.NullMarked;
