/// Lambda's runtime: a function in a process of its own, with the runtime interface client and a
/// stand-in of the Runtime API.
@NullMarked
package news.nashra.testing.lambda;

import org.jspecify.annotations.NullMarked;
