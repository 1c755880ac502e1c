/// What the homepage remembers in its table, and what a rebuild reads from it.
@NullMarked
package news.nashra.homepage.state;

import org.jspecify.annotations.NullMarked;
