"""What PlainHandler does, with the SDK of Python."""

import json
import os
import uuid

import boto3
import nh3

dynamodb = boto3.client("dynamodb")
s3 = boto3.client("s3")


def handle(event, context):
    article = json.loads(event["body"])
    body = nh3.clean(article["bodyHtml"])
    id = str(uuid.uuid4())
    dynamodb.put_item(
        TableName=os.environ["PLAIN_TABLE"],
        Item={
            "pk": {"S": f"PLAIN#{id}"},
            "sk": {"S": "HEAD"},
            "headline": {"S": article["headline"]},
            "body": {"S": body},
        },
    )
    s3.put_object(
        Bucket=os.environ["SITE_BUCKET"],
        Key=f"plain/{id}.html",
        ContentType="text/html",
        Body=f"<!doctype html><title>{article['headline']}</title>{body}".encode(),
    )
    return {"statusCode": 201, "body": json.dumps({"id": id})}
