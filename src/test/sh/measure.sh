#!/bin/sh
# Measures what the README says: one request in each mode against the stubs of dev mode, and the start and the memory of the
# packaged service. Needs ./mvnw package first. Prints medians of five runs; takes about two minutes.
set -eu
cd "$(dirname "$0")/../../.."

jar=target/quarkus-app/quarkus-run.jar
[ -f "$jar" ] || { echo "There is no $jar: run ./mvnw package first." >&2; exit 1; }
# The JDK that the wrapper finds.
home=$(./mvnw -v | sed -n 's/.*runtime: //p')
work=$(mktemp -d)
pids=
stop() {
  for pid in $pids; do kill "$pid" 2>/dev/null || :; done
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' HUP INT TERM

free_port() {
  "$home/bin/java" "$work/Port.java"
}
cat >"$work/Port.java" <<'JAVA'
public class Port {
  public static void main(String[] args) throws Exception {
    try (var socket = new java.net.ServerSocket(0)) { System.out.println(socket.getLocalPort()); }
  }
}
JAVA

median() { sort -n | sed -n 3p; }

wait_for() {
  tries=0
  until curl -sf "$1" >/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || { echo "No answer from $1" >&2; exit 1; }
    sleep 0.2
  done
}

port=$(free_port)
./mvnw -ntp quarkus:dev -Ddebug=false -Dquarkus.http.port="$port" </dev/null >"$work/dev.log" 2>&1 &
pids="$pids $!"
wait_for "http://localhost:$port/q/health/ready"
for mode in sync async virtual; do
  curl -s -o /dev/null "http://localhost:$port/$mode-news"
  for _ in 1 2 3 4 5; do
    curl -s -o /dev/null -w '%{time_total}\n' "http://localhost:$port/$mode-news"
  done | median | sed "s/^/$mode-news, seconds: /"
done

mkdir "$work/config"
printf 'newsfan.sources.wire.url=http://localhost:9/\nnewsfan.sources.wire.format=feed\n' >"$work/config/application.properties"
jar=$PWD/$jar
for _ in 1 2 3 4 5; do
  port=$(free_port)
  (cd "$work" && exec "$home/bin/java" -Dquarkus.http.port=0 -Dquarkus.management.port="$port" -jar "$jar") >"$work/jar.log" 2>&1 &
  pid=$!
  pids="$pids $pid"
  wait_for "http://localhost:$port/q/health/ready"
  sed -n 's/.*started in \([0-9.]*\)s.*/\1/p' "$work/jar.log" >>"$work/start"
  sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$pid/status" >>"$work/rss"
  kill "$pid"
  wait "$pid" 2>/dev/null || :
done
echo "start of the jar, seconds: $(median <"$work/start")"
echo "resident memory after the start, MB: $(($(median <"$work/rss") / 1024))"
