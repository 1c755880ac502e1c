/// The whole newspaper on one machine: runs `template.yaml` over local DynamoDB and S3.
@NullMarked
package news.nashra.local.stack;

import org.jspecify.annotations.NullMarked;
