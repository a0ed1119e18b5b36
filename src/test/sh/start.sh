#!/usr/bin/env bash
# Measures what docs/deploying.md says of the start: from the command to the first digest, and the resident memory then, for
# the jar, for the aot-jar and for that with its AOT cache. Prints medians of five; takes about a minute.
# START_OPTIONS adds options of the JVM, such as -Xmx300m.
set -euo pipefail
cd "$(dirname "$0")/../../.."

fail() {
  printf 'start.sh: %s\n' "$1" >&2
  exit 1
}

java=$(./mvnw -v | sed -n 's/.*runtime: //p')/bin/java
root=$PWD
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || :; rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
read -ra options <<<"${START_OPTIONS-}"

# The two packages, in folders of their own: the cache holds for these files only
package() { ./mvnw -B -ntp -q package -Dmaven.test.skip=true -Dspotless.check.skip=true "$@" </dev/null; }
package -Dquarkus.package.jar.type=aot-jar
cp -a target/quarkus-app "$work/aot"
package
cp -a target/quarkus-app "$work/jar"
(cd "$work/aot" && PATH=$(dirname "$java"):$PATH bash "$root/docker/train.sh" "$root/src/test/resources/stubs/__files" >train.log 2>&1) ||
  fail "no AOT cache: $(tail -n 3 "$work/aot/train.log")"

"$java" -m jdk.httpserver -b 127.0.0.1 -p 18099 -d "$root/src/test/resources/stubs/__files" >/dev/null &
pids+=($!)
mkdir "$work/jar/config" "$work/aot/config"
tee "$work/jar/config/application.properties" >"$work/aot/config/application.properties" <<'PROPERTIES'
quarkus.http.port=18080
quarkus.management.port=18081
newsfan.sources.world-wire.url=http://127.0.0.1:18099/world-wire.json
newsfan.sources.world-wire.format=newsapi
newsfan.sources.science-feed.url=http://127.0.0.1:18099/science-feed.json
newsfan.sources.science-feed.format=json-feed
newsfan.sources.city-herald.url=http://127.0.0.1:18099/city-herald.xml
newsfan.sources.city-herald.format=feed
PROPERTIES

digest() {
  { exec 3<>/dev/tcp/127.0.0.1/18080; } 2>/dev/null || return 1
  printf 'GET /async-news HTTP/1.0\r\n\r\n' >&3
  local said
  said=$(cat <&3)
  [[ $said == *'"complete":true'* ]]
}

# start FOLDER OPTION…: milliseconds to the first digest, and kB of resident memory
start() {
  local folder=$1 from to tries=0 pid
  shift
  cd "$work/$folder"
  from=$(date +%s%N)
  "$java" "${options[@]}" "$@" -jar quarkus-run.jar >../output 2>&1 &
  pid=$!
  pids+=("$pid")
  until digest; do
    tries=$((tries + 1))
    if [[ $tries -gt 3000 ]] || ! kill -0 "$pid"; then fail "no digest: $(tail -n 5 ../output)"; fi
    sleep 0.005
  done
  to=$(date +%s%N)
  printf '%s %s\n' $(((to - from) / 1000000)) "$(sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$pid/status")"
  kill "$pid"
  wait "$pid" 2>/dev/null || :
  cd "$root"
}

# measure NAME FOLDER OPTION…
measure() {
  local name=$1
  shift
  for _ in 1 2 3 4 5; do start "$@"; done >"$work/runs"
  printf '%-28s %5s ms to the first digest, %4s MB resident\n' "$name" \
    "$(sort -n "$work/runs" | sed -n 3p | cut -d ' ' -f 1)" "$(($(cut -d ' ' -f 2 "$work/runs" | sort -n | sed -n 3p) / 1024))"
}

measure 'jar' jar
measure 'aot-jar without cache' aot
measure 'aot-jar with its AOT cache' aot -XX:AOTMode=on -XX:AOTCache=app.aot
printf 'sizes: jar %s, aot-jar %s, its cache %s\n' "$(du -sh "$work/jar" | cut -f 1)" \
  "$(du -sh --exclude=app.aot "$work/aot" | cut -f 1)" "$(du -h "$work/aot/app.aot" | cut -f 1)"
