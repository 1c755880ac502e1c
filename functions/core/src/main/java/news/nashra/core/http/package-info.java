/// HTTP as API Gateway passes it to a function: requests, responses, problem details, JSON bodies.
@NullMarked
package news.nashra.core.http;

import org.jspecify.annotations.NullMarked;
