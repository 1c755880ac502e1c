// What PlainHandler does, with the SDK of Go.
package main

import (
	"context"
	"encoding/json"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/google/uuid"
	"github.com/microcosm-cc/bluemonday"
)

type request struct {
	Body string `json:"body"`
}

type article struct {
	Headline string `json:"headline"`
	BodyHTML string `json:"bodyHtml"`
}

type answer struct {
	StatusCode int    `json:"statusCode"`
	Body       string `json:"body"`
}

func main() {
	settings, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	tables := dynamodb.NewFromConfig(settings)
	files := s3.NewFromConfig(settings, func(o *s3.Options) { o.UsePathStyle = true })
	policy := bluemonday.UGCPolicy()
	table, bucket := os.Getenv("PLAIN_TABLE"), os.Getenv("SITE_BUCKET")

	lambda.Start(func(ctx context.Context, event request) (answer, error) {
		var draft article
		if err := json.Unmarshal([]byte(event.Body), &draft); err != nil {
			return answer{}, err
		}
		body := policy.Sanitize(draft.BodyHTML)
		id := uuid.NewString()
		text := func(value string) types.AttributeValue { return &types.AttributeValueMemberS{Value: value} }
		_, err := tables.PutItem(ctx, &dynamodb.PutItemInput{
			TableName: &table,
			Item: map[string]types.AttributeValue{
				"pk": text("PLAIN#" + id), "sk": text("HEAD"), "headline": text(draft.Headline), "body": text(body),
			},
		})
		if err != nil {
			return answer{}, err
		}
		key, kind := "plain/"+id+".html", "text/html"
		_, err = files.PutObject(ctx, &s3.PutObjectInput{
			Bucket:      &bucket,
			Key:         &key,
			ContentType: &kind,
			Body:        strings.NewReader("<!doctype html><title>" + draft.Headline + "</title>" + body),
		})
		return answer{201, `{"id":"` + id + `"}`}, err
	})
}
