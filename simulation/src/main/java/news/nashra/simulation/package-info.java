/// The whole newspaper in one process, under one seeded scheduler that decides who goes on and what
/// fails.
@NullMarked
package news.nashra.simulation;

import org.jspecify.annotations.NullMarked;
