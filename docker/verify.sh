#!/usr/bin/env bash
# Builds the JVM image, runs compose.yaml with it and asks it what a user would ask: docker/verify.sh
# With docker, or else with podman (ENGINE=podman chooses it where both are). Base images that are here are not pulled.
# Takes one to three minutes; leaves the image newsfan:jvm behind and nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly PROJECT=newsfan-verify
readonly IMAGE=newsfan:jvm
PORT=18080
STUBS_PORT=18081
MANAGEMENT_PORT=19000
compose=()

step() { printf '== %s\n' "$1"; }
fail() {
  printf 'verify.sh: %s\n' "$1" >&2
  exit 1
}

# --- what there is to do it with ---

choose_engine() {
  local engines=(docker podman) engine seen=()
  [[ -z ${ENGINE-} ]] || engines=("$ENGINE")
  for engine in "${engines[@]}"; do
    if ! command -v "$engine" >/dev/null; then
      seen+=("$engine is not installed")
    elif ! "$engine" info >/dev/null 2>&1; then
      seen+=("$engine is installed, but \"$engine info\" fails: is its service running, and may you use it?")
    else
      ENGINE=$engine
      return
    fi
  done
  fail "docker or podman is missing: $(printf '%s; ' "${seen[@]}")"
}

choose_compose() {
  local candidate
  for candidate in "$ENGINE compose" "$ENGINE-compose"; do
    read -ra compose <<<"$candidate"
    if "${compose[@]}" version >/dev/null 2>&1; then
      compose+=(-p "$PROJECT" -f docker/compose.yaml)
      return
    fi
  done
  fail "compose is missing: neither \"$ENGINE compose\" nor \"$ENGINE-compose\" works; install one of them"
}

# free PORT: that port or the next one that nobody listens on
free() {
  local port=$1
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  printf '%s\n' "$port"
}

# --- what it is done with ---

build() {
  local options=(-f docker/Dockerfile.jvm -t "$IMAGE")
  # Podman's own format of images has no HEALTHCHECK
  [[ $ENGINE != podman ]] || options+=(--format docker)
  "$ENGINE" build "${options[@]}" . || fail 'the image could not be built'
}

container() {
  "$ENGINE" ps -aq --filter "label=com.docker.compose.project=$PROJECT" --filter "label=com.docker.compose.service=$1"
}

# Podman leaves checking to systemd, and not every machine has it; this checks at once
healthy() {
  if [[ $ENGINE == podman ]]; then
    podman healthcheck run "$(container "$1")" >/dev/null 2>&1
  else
    [[ $(docker inspect -f '{{.State.Health.Status}}' "$(container "$1")" 2>/dev/null) == healthy ]]
  fi
}

await_healthy() {
  for _ in {1..120}; do
    if healthy "$1"; then return; fi
    sleep 0.5
  done
  fail "$1 is not healthy after 60 s"
}

clean_up() {
  local status=$?
  if [[ $status != 0 && ${#compose[@]} != 0 ]]; then
    "${compose[@]}" logs 2>&1 | tail -n 40 >&2 || :
  fi
  [[ ${#compose[@]} == 0 ]] || "${compose[@]}" down >/dev/null 2>&1 || :
  # Older versions of podman-compose leave it
  "$ENGINE" network rm "${PROJECT}_default" >/dev/null 2>&1 || :
  exit "$status"
}

# --- what a user would ask ---

# answer PATH: status and body of an answer; what is below /q has a port of its own
answer() {
  local port=$PORT
  [[ $1 != /q/* ]] || port=$MANAGEMENT_PORT
  curl -sS -m 30 -w '\n%{http_code} %{time_total}\n' "http://127.0.0.1:$port$1"
}

# expect PATH PATTERN…: the answer has to contain each of them
expect() {
  local path=$1 said pattern
  shift
  said=$(answer "$path") || fail "no answer to $path"
  for pattern in "$@"; do
    grep -Eq -- "$pattern" <<<"$said" || fail "$path: no $pattern in: ${said:0:600} … ${said: -200}"
  done
  printf '   %-60s %s\n' "$path" "$(tail -n 1 <<<"$said")"
}

smoke_test() {
  local mode
  for mode in sync async virtual; do
    expect "/$mode-news" '^200 ' "\"mode\": ?\"$mode\"" '"complete": ?true' '"duplicates": ?4' 'city-herald.*world-wire|world-wire.*city-herald'
  done
  expect '/stream-news' '^event: ?digest'
  expect '/sync-news?limit=0' '^400 ' 'application/problem|allowed: a whole number from 1 to 200'
  expect '/race?modes=async,virtual' '^event: ?finished|^event: ?summary'
  expect / '^200 ' '<html'
  expect /js/main.js '^200 '
  expect '/lab/async/wait?seconds=0.1' '^200 '
  expect /q/health/live '^200 ' UP
  expect /q/health/ready '^200 ' '"sources": ?"world-wire, science-feed, city-herald"'
  expect /q/metrics '^newsfan_source_calls_seconds_count.*world-wire'
  expect /q/openapi '^200 ' 'sync-news'
  expect /q/swagger-ui/ '^200 '
  [[ $(curl -sS -m 30 -o /dev/null -w '%{http_code}' "http://127.0.0.1:$PORT/q/metrics") == 404 ]] ||
    fail 'the metrics are at the port of the news'
}

confined() {
  local service
  service=$(container newsfan)
  [[ $("$ENGINE" exec "$service" id -u) != 0 ]] || fail 'the service runs as root'
  ! "$ENGINE" exec "$service" touch /app/x 2>/dev/null || fail 'the service can write to /app'
  ! "$ENGINE" exec "$service" touch /x 2>/dev/null || fail 'the root file system can be written'
}

# With -XX:AOTMode=on a JVM that can't use its cache doesn't start. That it did is proof only if it would not have
aot_cache_matters() {
  local said
  said=$("$ENGINE" run --rm --user 0 --entrypoint bash "$IMAGE" -c \
    'touch quarkus-run.jar && java -XX:AOTMode=on -XX:AOTCache=app.aot -jar quarkus-run.jar' 2>&1 || :)
  grep -q 'Unable to use AOT cache' <<<"$said" ||
    fail "a JVM uses the cache although a jar is not the one it was made of, so this test proves nothing: $said"
}

# The images of the others are not pulled for this
profiles() {
  "${compose[@]}" --profile real --profile replicas --profile observe config >/dev/null || fail 'a profile of compose.yaml is wrong'
}

choose_engine
choose_compose
command -v curl >/dev/null || fail 'curl is missing'
trap clean_up EXIT
trap 'exit 130' HUP INT TERM
PORT=$(free "$PORT")
STUBS_PORT=$(free "$((PORT + 1))")
MANAGEMENT_PORT=$(free "$MANAGEMENT_PORT")
# The service starts only if its JVM can use the AOT cache
export PORT STUBS_PORT MANAGEMENT_PORT AOT_MODE=on

step "building $IMAGE with $ENGINE"
build
step 'are all profiles in order?'
profiles
step "${compose[*]} up"
"${compose[@]}" up -d --no-build
await_healthy stubs
await_healthy newsfan
step 'asking it'
smoke_test
step 'is it confined, and does it use its AOT cache?'
confined
aot_cache_matters
step 'stopping it'
"$ENGINE" stop -t 30 "$(container newsfan)" >/dev/null
"$ENGINE" logs "$(container newsfan)" 2>&1 | grep -q 'newsfan stopped in' || fail 'the service did not stop by itself'

printf 'passed; %s is %s MB\n' "$IMAGE" "$(($("$ENGINE" image inspect -f '{{.Size}}' "$IMAGE") / 1000000))"
