/// Rebuilds the homepage, the fronts of the sections and the archives, on events and on a schedule.
@NullMarked
package news.nashra.homepage;

import org.jspecify.annotations.NullMarked;
