#!/usr/bin/env bash
# Proves dev mode's live reload: in a copy of the working tree it starts dev mode, changes one line of Java, then a stub's body, and
# sees each change answered by the process that was started first. Needs what ./mvnw needs, git and curl; takes about half a minute.
set -euo pipefail

project=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(cd "$(mktemp -d)" && pwd -P)
copy=$work/newsfan log=$work/dev-mode.log
dev_mode='' step='' passed=0

# --- whatever happens: no process and no file is left ---

# Maven and the application that it starts are one process group
end_dev_mode() {
  local signal seconds
  [[ -n $dev_mode ]] || return 0
  for signal in TERM KILL; do
    kill -"$signal" -- "-$dev_mode" 2>/dev/null || return 0
    seconds=$((SECONDS + 10))
    while kill -0 -- "-$dev_mode" 2>/dev/null && ((SECONDS < seconds)); do sleep 0.1; done
  done
}

trap 'end_dev_mode; rm -rf "$work"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# --- the language of the steps ---

begin() { step=$1 began=$SECONDS; }

end() {
  passed=$((passed + 1))
  printf 'ok   %s (%d s)\n' "$step" $((SECONDS - began))
}

fail() {
  printf 'FAIL %s (%d s)\n     %s\n' "$step" $((SECONDS - began)) "$1"
  [[ ! -f $log ]] || tail -n 40 "$log" | sed 's/^/       | /'
  printf '%d passed, 1 failed\n' "$passed"
  exit 1
}

# prints the answer of dev mode for a path; nothing as long as it doesn't listen
ask() {
  local url
  # in each start it says where; the port is any free one
  url=$(sed -n 's|.*Listening on: \(http://[^ ]*\).*|\1|p' "$log" | tail -n 1)
  [[ -n $url ]] && curl --silent --noproxy '*' --max-time 10 "$url$1"
}

# asks for a path until the answer holds a text, for so many seconds at most
wait_for() {
  local path=$1 text=$2 seconds=$3 deadline=$((SECONDS + $3)) answer=''
  until answer=$(ask "$path") && [[ $answer == *"$text"* ]]; do
    kill -0 "$dev_mode" 2>/dev/null || fail 'dev mode has ended by itself'
    ((SECONDS < deadline)) || fail "after $seconds s $path doesn't answer '$text' but '${answer:0:500}'"
    sleep 0.2
  done
}

# when the JVM that answers was started
jvm_start() { ask /q/metrics | sed -n 's/^process_start_time_seconds //p'; }

same_process() {
  local start
  start=$(jvm_start) || :
  [[ -n $start && $start == "$first_start" ]] || fail "the JVM is another one: started at '$first_start', and now at '$start'"
}

# replaces the first occurrence of a text in a file of the copy
change() {
  local file=$copy/$1 old=$2 new=$3 content
  content=$(<"$file")
  [[ $content == *"$old"* ]] || fail "$1 doesn't hold '$old', which this test wants to change"
  printf '%s\n' "${content/"$old"/$new}" >"$file"
}

# --- the steps ---

begin 'dev mode starts and answers with a title of its stub'
mkdir "$copy" "$work/tmp"
# the files that git knows or would add, and that are there; the project may belong to another user
cd "$project"
git -c safe.directory='*' ls-files -z --cached --others --exclude-standard |
  while IFS= read -r -d '' file; do [[ ! -e $file ]] || printf '%s\0' "$file"; done |
  tar --null -T - -cf - | tar -xof - -C "$copy"
cd "$copy"
set -m # a process group of its own, and files that a JVM forgets go where all goes
JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS-} -Djava.io.tmpdir='$work/tmp'" ./mvnw -ntp quarkus:dev \
  -Dquarkus.http.port=0 -Ddebug=false -Dquarkus.test.continuous-testing=disabled </dev/null >"$log" 2>&1 &
dev_mode=$!
set +m
stub=src/test/resources/stubs/__files/world-wire.json
title=$(sed -n 's/^ *"title": "\(.*\)",$/\1/p' "$stub" | head -n 1)
[[ -n $title ]] || fail "$stub has no title"
wait_for /q/health/ready '"UP"' 120
wait_for '/async-news?sources=world-wire' "\"$title\"" 10
first_start=$(jvm_start) || :
end

begin 'a changed line of Java is answered by the same process'
wait_for '/async-news?nonsense=1' 'There is no parameter' 10
change src/main/java/dev/newsfan/http/Parameters.java 'There is no parameter' 'Live reload knows no parameter'
wait_for '/async-news?nonsense=1' 'Live reload knows no parameter' 30
same_process
end

begin 'a changed title of a stub is answered by the same process'
change "$stub" "\"$title\"" '"Live reload knows a new title"'
wait_for '/async-news?sources=world-wire' '"Live reload knows a new title"' 30
same_process
end

printf '%d passed, 0 failed\n' "$passed"
