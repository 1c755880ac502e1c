/// What readers say: the thread of an article, comments, the form that takes them.
@NullMarked
package news.nashra.comments;

import org.jspecify.annotations.NullMarked;
