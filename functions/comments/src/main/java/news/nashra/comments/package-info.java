/// Readers' comments: the thread of an article, comments and how they are stored.
@NullMarked
package news.nashra.comments;

import org.jspecify.annotations.NullMarked;
