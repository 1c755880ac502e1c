/// HTTP as API Gateway hands it to a function: request, response, problem details, JSON bodies.
@NullMarked
package news.nashra.core.http;

import org.jspecify.annotations.NullMarked;
