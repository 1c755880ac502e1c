/// What the simulation needs from inside media.
@NullMarked
package news.nashra.media;

import org.jspecify.annotations.NullMarked;
