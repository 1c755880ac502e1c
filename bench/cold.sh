#!/bin/sh
# Measures cold starts of Nashra's functions beside functions that do what PlainHandler does with Quarkus, Micronaut,
# Spring, Node.js, Python and Go, in turn in one run, and writes bench/results/cold.md. Needs Node.js, Python 3 with
# venv, Go and the network, which may be slow the first time:
#   sh bench/cold.sh
# What cannot be built here is left out, and said.
set -eu
cd "$(dirname "$0")/.."
shared="$PWD/bench/src/main/java/news/nashra/bench/cold/PlainNewspaper.java"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

# peer NAME COMMAND...: builds a peer in a copy of its folder.
peer() {
  cp -r "bench/cold/$1" "$work/building"
  if (cd "$work/building" && shift && "$@") >"$work/log" 2>&1; then
    mv "$work/building" "$work/$1"
  else
    echo "left out: $1" >&2
    tail -20 "$work/log" >&2
    rm -rf "$work/building"
  fi
}

# The folder of a peer has either the name of its Java handler in `handler`, with its classes and `lib`, or its command in
# `start`, one word on each line.
node() {
  npm install --silent --no-audit --no-fund
  node_modules/.bin/esbuild handler.mjs --bundle --minify --platform=node --format=cjs --outfile=handler.js
  rm package.json
  printf '%s\n' "$(command -v env)" _HANDLER=handler.handler "$(command -v node)" node_modules/aws-lambda-ric/index.mjs >start
}

python() {
  python3 -m venv --copies venv
  venv/bin/pip install -q awslambdaric boto3 nh3
  printf '%s\n' venv/bin/python -m awslambdaric handler.handle >start
}

go() {
  command go mod init peer
  command go mod tidy
  CGO_ENABLED=0 command go build -tags lambda.norpc -ldflags '-s -w' -o bootstrap .
  echo ./bootstrap >start
}

quarkus() {
  cp "$shared" src/main/java
  mvn -q -B -ntp package
  jar xf target/function.zip
  echo 'io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest' >handler
}

# libraries HANDLER: of a plain Maven project.
libraries() {
  cp "$shared" src/main/java
  mvn -q -B -ntp package dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=lib
  cp -r target/classes/. .
  echo "$1" >handler
}

peer node node
peer python python
peer go go
peer quarkus quarkus
peer micronaut libraries peer.PublishHandler
peer spring libraries org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest

MAIN_CLASS=peer.Application COLD_PEERS="$work" mvn -Pbench -Dbench=cold "$@"
