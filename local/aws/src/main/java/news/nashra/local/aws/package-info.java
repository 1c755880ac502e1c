/// DynamoDB and S3 in one process, for tests and for the local stack. Never part of a deployment.
@NullMarked
package news.nashra.local.aws;

import org.jspecify.annotations.NullMarked;
