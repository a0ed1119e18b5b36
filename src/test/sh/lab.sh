#!/bin/sh
# Runs every experiment of the lab against the packaged service and prints what was predicted beside what was measured: the
# numbers of docs/choosing.md. Then the threads and the memory of the service while 1,000 callers wait in each mode, on
# Linux only. Needs ./mvnw package first and curl; takes about three minutes on a machine that does nothing else.
set -eu
cd "$(dirname "$0")/../../.."

jar=$PWD/target/quarkus-app/quarkus-run.jar
[ -f "$jar" ] || { echo "There is no $jar: run ./mvnw package first." >&2; exit 1; }
# The JDK that the wrapper finds.
home=$(./mvnw -v | sed -n 's/.*runtime: //p')
work=$(mktemp -d)
pid=
stop() {
  [ -z "$pid" ] || kill "$pid" 2>/dev/null || :
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' HUP INT TERM

mkdir "$work/config"
cat >"$work/config/application.properties" <<'PROPERTIES'
newsfan.lab.enabled=true
newsfan.sources.wire.url=http://localhost:9/
newsfan.sources.wire.format=feed
quarkus.http.host=localhost
quarkus.http.port=0
quarkus.management.port=0
PROPERTIES

# start: a service that has just started
start() {
  # What the one before said must not be taken for what this one says.
  : >"$work/log"
  (cd "$work" && exec "$home/bin/java" -jar "$jar") >"$work/log" 2>&1 &
  pid=$!
  tries=0
  until grep -qs 'Listening on' "$work/log"; do
    tries=$((tries + 1))
    [ "$tries" -lt 300 ] || { cat "$work/log" >&2; exit 1; }
    sleep 0.2
  done
  lab=$(sed -n 's/.*Listening on: \(http:[^ ]*:[0-9]*\).*/\1/p' "$work/log")/lab
}

# warm_up: a little of everything, so that what is measured is not the compiler
warm_up() {
  for warm in sync async virtual; do
    curl -sN "$lab/callers?mode=$warm&callers=1000&seconds=0.1" >/dev/null
    curl -sN "$lab/callers?mode=$warm&callers=1000&seconds=0.1" >/dev/null
  done
  for warm in reuse=true reuse=false http2=true http2=true; do
    curl -s "$lab/connections?$warm" >/dev/null
  done
}

# figures <request>: the two objects that each answer ends with
figures() {
  { curl -sN "$lab/$1"; echo; } | sed -n 's/.*"predicted":\({[^}]*}\),"measured":\({[^}]*}\)}$/\1 \2/p' | tail -n 1 | tr -d '{}"' |
    while read -r predicted measured; do printf '%-48s %-42s %s\n' "$1" "$predicted" "$measured"; done
}

printf '%-48s %-42s %s\n' request predicted measured
start
warm_up
for mode in sync async virtual; do figures "$mode/wait"; done
for mode in sync async virtual; do
  for callers in 100 200 300 1000; do figures "callers?mode=$mode&callers=$callers"; done
done
figures matrix
for experiment in gather fan-out file; do
  for mode in sync async virtual; do figures "$mode/$experiment"; done
done
figures wrong
figures right
for place in on-loop offloaded virtual; do figures "cpu/$place"; done
for place in offloaded virtual; do
  curl -s "$lab/cpu/$place" | sed "s/.*\"neighbour\":\({[^}]*}\).*/cpu\/$place, a neighbour's first step: \1/"
  echo
done
for client in reuse=true reuse=false http2=true; do figures "connections?$client"; done
# Again and again, as the code of the first is compiled only in part.
for client in rest vertx rest vertx rest vertx; do figures "clients?client=$client&calls=2000"; done
for hedged in false true; do figures "hedging?hedged=$hedged"; done

[ -r "/proc/$pid/status" ] || exit 0
status() { sed -n "s/^$1:[[:space:]]*\([0-9]*\).*/\1/p" "/proc/$pid/status"; }
printf '\n%-48s %8s %8s\n' 'while callers wait' threads 'RSS, MB'
for mode in sync async virtual; do
  kill "$pid"
  wait "$pid" || :
  start
  for callers in 1 1000; do
    curl -sN "$lab/callers?mode=$mode&callers=$callers&seconds=3" >/dev/null &
    crowd=$!
    sleep 2
    printf '%-48s %8s %8s\n' "$callers at /lab/$mode/wait" "$(status Threads)" "$(($(status VmRSS) / 1024))"
    wait "$crowd"
  done
done
