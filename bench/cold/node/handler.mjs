// What PlainHandler does, with the SDK of Node.js.
import { randomUUID } from "node:crypto";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import sanitizeHtml from "sanitize-html";

const dynamoDb = new DynamoDBClient();
const s3 = new S3Client({ forcePathStyle: true });

export const handler = async (event) => {
  const { headline, bodyHtml } = JSON.parse(event.body);
  const body = sanitizeHtml(bodyHtml);
  const id = randomUUID();
  await dynamoDb.send(
    new PutItemCommand({
      TableName: process.env.PLAIN_TABLE,
      Item: { pk: { S: `PLAIN#${id}` }, sk: { S: "HEAD" }, headline: { S: headline }, body: { S: body } },
    }),
  );
  await s3.send(
    new PutObjectCommand({
      Bucket: process.env.SITE_BUCKET,
      Key: `plain/${id}.html`,
      ContentType: "text/html",
      Body: `<!doctype html><title>${headline}</title>${body}`,
    }),
  );
  return { statusCode: 201, body: JSON.stringify({ id }) };
};
