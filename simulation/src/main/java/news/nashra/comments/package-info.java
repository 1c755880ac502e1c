/// What the simulation needs from inside comments.
@NullMarked
package news.nashra.comments;

import org.jspecify.annotations.NullMarked;
