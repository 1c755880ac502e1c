#!/bin/sh
# The calls that README.md shows. ReadmeTest runs them against a local newspaper, and compares each region with the README.
# Run in a folder with a picture, photo.jpg.
set -eu

# region publish
token=$(curl -s 'http://localhost:8080/local/token?as=editor')

curl -s http://localhost:8080/api/articles \
  -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
  -d '{"headline": "مرحبا من نشرة", "section": "society", "city": "الرباط", "source": "نشرة",
       "bodyHtml": "<p>هذا أول خبر أكتبه بنفسي.</p>", "status": "published"}' | tee article.json
# endregion

# region revise
id=$(node -p 'require("./article.json").id')

curl -s -X PUT "http://localhost:8080/api/articles/$id" \
  -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -H 'If-Match: "1"' \
  -d '{"headline": "مرحبا من نشرة", "section": "society", "city": "فاس", "source": "نشرة",
       "bodyHtml": "<p>هذا أول خبر أكتبه بنفسي.</p>", "status": "published", "correction": "صححنا اسم المدينة."}'
# endregion

# region schedule
curl -s http://localhost:8080/api/articles \
  -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
  -d "{\"headline\": \"خبر الساعة المقبلة\", \"section\": \"society\", \"bodyHtml\": \"<p>يُنشر هذا الخبر في موعده.</p>\",
       \"status\": \"scheduled\", \"publishAt\": \"$(node -p 'new Date(Date.now() + 36e5).toISOString()')\"}"
# endregion

# region live
curl -s http://localhost:8080/api/articles \
  -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
  -d '{"headline": "مباشر: يوم الافتتاح", "section": "society", "kind": "live", "bodyHtml": "<p>نتابع الحدث أولا بأول.</p>",
       "status": "published"}' > live.json

curl -s "http://localhost:8080/api/articles/$(node -p 'require("./live.json").id')/entries" \
  -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -d '{"bodyHtml": "<p>فُتحت الأبواب.</p>"}'
# endregion

# region lead
curl -s -X PUT http://localhost:8080/api/homepage/lead \
  -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
  -d "{\"articles\": [\"$id\"]}"
# endregion

# region breaking
curl -s -X PUT http://localhost:8080/api/homepage/breaking \
  -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
  -d "{\"text\": \"خبر عاجل من نشرة\", \"articleId\": \"$id\", \"until\": \"$(node -p 'new Date(Date.now() + 36e5).toISOString()')\"}"
# endregion

# region withdraw
curl -s -X POST "http://localhost:8080/api/articles/$id/withdraw" -H "Authorization: Bearer $token"
# endregion

# region picture
curl -s http://localhost:8080/api/media \
  -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
  -d "{\"filename\": \"photo.jpg\", \"contentType\": \"image/jpeg\", \"bytes\": $(wc -c < photo.jpg)}" > upload.json

curl -s -T photo.jpg -H 'Content-Type: image/jpeg' -H 'If-None-Match: *' "$(node -p 'require("./upload.json").upload.url')"

curl -s -H "Authorization: Bearer $token" "http://localhost:8080/api/media/$(node -p 'require("./upload.json").mediaId')"
# endregion

# region queue
moderator=$(curl -s 'http://localhost:8080/local/token?as=moderator')

curl -s -H "Authorization: Bearer $moderator" 'http://localhost:8080/api/comments?status=pending'
# endregion
