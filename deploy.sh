#!/bin/sh
# Deploys a newspaper of samconfig.toml, after `mvn package`:
#
#   ./deploy.sh staging       template.yaml, with the parameters in deploy/staging.yaml
#   ./deploy.sh staging edge  edge.yaml, in us-east-1: web ACL, access logs, alarms of CloudFront
#
# Needs the AWS CLI and the SAM CLI. docs/decisions/017-deployment.md says why it is not `sam deploy` alone.
set -eu
cd "$(dirname "$0")"

fail() {
  echo "$1" >&2
  exit 1
}

environment="${1:-}"
[ -n "$environment" ] || fail 'usage: ./deploy.sh staging [edge]'
[ "${2:-edge}" = edge ] || fail "there is no $2: ./deploy.sh $environment [edge]"
parameters="deploy/$environment.yaml"
[ -f "$parameters" ] || fail "there is no $parameters"
stack="$(sed -n "/^\[$environment\.deploy\.parameters\]/,/^\[/s/^stack_name = \"\(.*\)\"/\1/p" samconfig.toml)"
[ -n "$stack" ] || fail "samconfig.toml has no stack_name for $environment"
[ "${#stack}" -le 40 ] || fail "$stack: a stack's name has at most 40 characters"
# The user pool's domain has the stack's name, and Cognito reserves these words.
case "$stack" in
  *[!a-z0-9-]*) fail "$stack: a stack's name has lower-case letters, digits and hyphens only" ;;
  *aws* | *amazon* | *cognito*) fail "$stack: a stack's name does not contain aws, amazon or cognito" ;;
esac

for command in aws sam; do
  command -v "$command" >/dev/null || fail "there is no command $command: install the AWS CLI and the SAM CLI"
done
region="${AWS_REGION:-${AWS_DEFAULT_REGION:-$(aws configure get region || true)}}"
if [ -z "$region" ]; then
  printf 'AWS region, such as eu-west-3: '
  read -r region
fi
export AWS_REGION="$region" AWS_DEFAULT_REGION="$region"

# Something about the newspaper's stack; empty if there is none. Any other failure ends the deployment: a
# newspaper that runs must not be taken for one that is not there yet.
describe() {
  if answer="$(aws cloudformation describe-stacks --stack-name "$stack" --query "$1" --output text 2>&1)"; then
    echo "$answer"
  else
    case "$answer" in
      *"Stack with id $stack does not exist"*) ;;
      *) fail "$answer" ;;
    esac
  fi
}

# An output of the stack; empty if there is no stack or no such output.
output() {
  describe "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue"
}

hash() {
  if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -c 1-16
}

# A hash of the code and of all that it is given: what is new in one of them needs a new version of each function.
deploy() {
  established="$1"
  origin="$2"
  release="$({ cat functions/*/target/*.zip desk/target/*.zip template.yaml "$parameters"; echo "$origin"; } | hash)"
  sam deploy --config-env "$environment" --parameter-overrides \
    "file://$parameters" "Established=$established" "DistributionOrigin=$origin" "Release=$release"
}

if [ "${2:-}" = edge ]; then
  distribution="$(output DistributionId)"
  [ -n "$distribution" ] || fail "first deploy the newspaper: ./deploy.sh $environment"
  sam deploy --template-file edge.yaml --stack-name "$stack-edge" --region us-east-1 --config-env "$environment" \
    --parameter-overrides "file://$parameters" "DistributionId=$distribution"
  echo "WebAclArn for $parameters:"
  aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack-edge" \
    --query "Stacks[0].Outputs[?OutputKey=='WebAclArn'].OutputValue" --output text
  exit
fi

ls functions/*/target/*.zip desk/target/*.zip >/dev/null 2>&1 || fail 'first build the packages: mvn package'

status="$(describe 'Stacks[0].StackStatus')"
case "$status" in
  ROLLBACK_COMPLETE | REVIEW_IN_PROGRESS)
    # A first deployment that failed. Nothing is left in it.
    aws cloudformation delete-stack --stack-name "$stack"
    aws cloudformation wait stack-delete-complete --stack-name "$stack"
    ;;
esac

domain="$(output DistributionDomain)"
if [ -z "$domain" ]; then
  # Nobody knows the distribution's name before it is there, and what is protected cannot be rolled back.
  deploy no https://first-deployment.invalid
  domain="$(output DistributionDomain)"
  [ -n "$domain" ] || fail "$stack was not deployed"
fi
deploy yes "https://$domain"
