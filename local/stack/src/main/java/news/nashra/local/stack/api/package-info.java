/// The local API Gateway and Cognito: routes, tokens, events of requests.
@NullMarked
package news.nashra.local.stack.api;

import org.jspecify.annotations.NullMarked;
