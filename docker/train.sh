#!/usr/bin/env bash
# Runs inside the image's build: starts the service against stubs of its own, asks it what it will be asked, and stops it, so
# that its JVM writes app.aot. Argument: the folder with the stubs' bodies. In the working directory: the service.
set -euo pipefail
stubs=$1

# ask PORT PATH: the answer, by what bash has
ask() {
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  printf 'GET %s HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n' "$2" >&3
  cat <&3
  exec 3>&-
}

# answers PORT PATH: whether the status is 200
answers() { { ask "$1" "$2" | sed -n 1p | grep -q ' 200'; } 2>/dev/null; }

wait_for() {
  for _ in {1..300}; do
    if answers "$1" "$2"; then return; fi
    sleep 0.1
  done
  echo "train.sh: no answer from port $1 to $2 within 30 s" >&2
  exit 1
}

# The JRE's own file server: a real source for each format
java -m jdk.httpserver -b 127.0.0.1 -p 8099 -d "$stubs" >/dev/null &
upstream=$!
# The heap is given, as a builder with 128 GB would otherwise choose one of 32 GB, and with it pointers that no smaller heap has.
# The JVM warns of each class that it can't keep, such as those of old formats; there are always some
java -XX:AOTCacheOutput=app.aot -Xmx512m -Xlog:aot=error \
  -Dnewsfan.sources.wire.url=http://127.0.0.1:8099/world-wire.json -Dnewsfan.sources.wire.format=newsapi \
  -Dnewsfan.sources.feed.url=http://127.0.0.1:8099/science-feed.json -Dnewsfan.sources.feed.format=json-feed \
  -Dnewsfan.sources.rss.url=http://127.0.0.1:8099/city-herald.xml -Dnewsfan.sources.rss.format=feed \
  -jar quarkus-run.jar &
service=$!
trap 'kill "$upstream" "$service" 2>/dev/null || :' EXIT

wait_for 8099 /world-wire.json
wait_for 9000 /q/health/ready
# train PORT PATH…
train() {
  local port=$1 path
  shift
  for path in "$@"; do
    if ! answers "$port" "$path"; then
      echo "train.sh: $path is not answered with 200" >&2
      exit 1
    fi
  done
}
train 8080 /sync-news /async-news /virtual-news /stream-news /race /sources / /js/main.js
train 9000 /q/health/live /q/metrics

kill "$service"
# 143 is how a JVM ends that was told to
wait "$service" || [[ $? == 143 ]]
if [[ ! -s app.aot ]]; then
  echo 'train.sh: the JVM has written no app.aot' >&2
  exit 1
fi
