/// What the simulation needs from inside homepage.
@NullMarked
package news.nashra.homepage;

import org.jspecify.annotations.NullMarked;
