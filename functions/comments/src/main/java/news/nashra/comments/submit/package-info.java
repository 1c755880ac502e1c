/// Accepts a reader's comment, and later tells its writer what became of it.
@NullMarked
package news.nashra.comments.submit;

import org.jspecify.annotations.NullMarked;
