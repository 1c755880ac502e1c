/// Measurements, each with the command that repeats it. Ratios are of things measured in turn in
/// one run; no test depends on them.
@NullMarked
package news.nashra.bench;

import org.jspecify.annotations.NullMarked;
