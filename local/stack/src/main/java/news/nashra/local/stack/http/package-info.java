/// The web server of the local stack, its requests and answers.
@NullMarked
package news.nashra.local.stack.http;

import org.jspecify.annotations.NullMarked;
