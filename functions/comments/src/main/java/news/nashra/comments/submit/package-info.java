/// Takes a reader's comment, and tells its writer later what became of it.
@NullMarked
package news.nashra.comments.submit;

import org.jspecify.annotations.NullMarked;
