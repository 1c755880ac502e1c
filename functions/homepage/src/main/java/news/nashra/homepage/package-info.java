/// The homepage and the fronts of the sections: the newest articles, pressed by event and by clock.
@NullMarked
package news.nashra.homepage;

import org.jspecify.annotations.NullMarked;
