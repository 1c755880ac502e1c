/// The whole newspaper in one process. A seeded scheduler decides which actor runs next and which
/// calls fail.
@NullMarked
package news.nashra.simulation;

import org.jspecify.annotations.NullMarked;
