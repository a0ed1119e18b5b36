#!/usr/bin/env bash
# Tries the table of docs/make-it-yours.md: in a copy of the working tree it deletes and changes what the table names, adds
# the files of src/test/make-it-yours, builds the price comparison that this makes, and asks it for prices of four shops on this
# machine. Needs what ./mvnw needs, git and curl; arguments are for ./mvnw, such as -o. Takes about a minute.
set -euo pipefail

project=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(cd "$(mktemp -d)" && pwd -P)
copy=$work/copy run=$work/run log=$work/log
added=$project/src/test/make-it-yours table=$project/docs/make-it-yours.md
pids=() step='' passed=0

# --- whatever happens: no process and no file is left ---

end_all() {
  local pid
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || :; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || :; done
  rm -rf "$work"
}

trap end_all EXIT
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
  # without stack traces
  [[ ! -f $log ]] || sed '/^\(\[ERROR]\)\{0,1\}[[:space:]]*at /d; s/^/       | /' "$log" | tail -n 40
  printf '%d passed, 1 failed\n' "$passed"
  exit 1
}

# --- the table ---

# the entries of its first column, one a line: `path`, or `path`: `text`
entries() {
  sed -n '/^| file | by |$/,/^$/p' "$table" | tail -n +3 | cut -d '|' -f 2 | grep -o '`[^`]*`\(: `[^`]*`\)\{0,1\}'
}

# the paths that an entry's path stands for: a{b,c}d is abd and acd
paths() {
  local names name
  if [[ $1 != *'{'* ]]; then
    printf '%s\n' "$1"
    return
  fi
  names=${1#*\{}
  IFS=, read -ra names <<<"${names%\}*}"
  for name in "${names[@]}"; do printf '%s\n' "${1%%\{*}$name${1##*\}}"; done
}

# where a path of the table begins: at the root, or where the rooms are
whole() {
  case $1 in
    src | src/* | docker | docker/*) printf '%s\n' "$1" ;;
    *) printf 'src/main/java/dev/newsfan/%s\n' "$1" ;;
  esac
}

# puts the lines of a part in the place of those of a file that hold a text, in capitals or not: the first in that of the first,
# and so on; what is left of them comes where the last one was
replace_lines() {
  local file=$copy/$1 part=$added/$1.part text=$2 lines
  [[ -f $part ]] || fail "the table names lines of $1, but there is no ${part#"$project"/}"
  lines=$(grep -ciF -- "$text" "$file") || fail "no line of $1 holds '$text', which the table names"
  TEXT=$text COUNT=$lines awk '
    FNR == NR { part[++size] = $0; next }
    !index(tolower($0), tolower(ENVIRON["TEXT"])) { print; next }
    ++found <= size { print part[found] }
    found == ENVIRON["COUNT"] { while (found < size) print part[++found] }' "$part" "$file" >"$work/file"
  # keeps the file's mode
  cat "$work/file" >"$file"
  parts+=("$1.part")
}

apply_table() {
  local entry path text
  parts=()
  while IFS= read -r entry; do
    text=''
    [[ $entry != *': `'* ]] || text=${entry#*: \`} text=${text%\`}
    entry=${entry#\`} entry=${entry%%\`*}
    while IFS= read -r path; do
      path=$(whole "$path")
      [[ -e $copy/$path ]] || fail "the table names $path, which isn't there"
      if [[ -n $text ]]; then replace_lines "$path" "$text"; else rm -r "${copy:?}/$path"; fi
    done < <(paths "$entry")
  done < <(entries)
}

add_files() {
  local file
  while IFS= read -r file; do
    if [[ $file == *.part ]]; then
      [[ " ${parts[*]} " == *" $file "* ]] || fail "the table names no lines of ${file%.part}, for which there is src/test/make-it-yours/$file"
    else
      [[ ! -e $copy/$file ]] || fail "src/test/make-it-yours replaces $file, which the table doesn't name"
      mkdir -p "$copy/$(dirname "$file")"
      cp "$added/$file" "$copy/$file"
    fi
  done < <(cd "$added" && find . -type f | sed 's|^\./||' | sort)
}

# --- the price comparison ---

# start NAME TEXT COMMAND…: starts it and waits until its output holds a text
start() {
  local name=$1 text=$2 deadline=$((SECONDS + 60))
  shift 2
  log=$work/$name.log
  (cd "$run" && exec "$@") >"$log" 2>&1 </dev/null &
  pids+=($!)
  until grep -q -- "$text" "$log"; do
    kill -0 $! 2>/dev/null || fail "$name has ended by itself"
    ((SECONDS < deadline)) || fail "after 60 s $name doesn't say '$text'"
    sleep 0.1
  done
}

# ask PATH: sets status, type and answer
ask() {
  status=$(curl --silent --show-error --noproxy '*' --max-time 30 --output "$work/answer" \
    --write-out '%{http_code} %{content_type}' "$url$1" 2>&1) || fail "no answer to $1: $status"
  type=${status#* } status=${status%% *} answer=$(<"$work/answer")
}

# want WHAT CONDITION…: the condition has to hold for the last answer
want() {
  local what=$1
  shift
  "$@" || fail "$what, but the answer is $status $type $answer"
}

# the values of a key, in their order and in one line
values() { grep -o "\"$1\":\(\"[^\"]*\"\|[0-9.]*\)" <<<"$answer" | sed "s/\"$1\"://; s/\"//g" | tr '\n' ' ' || :; }

is() { [[ $(values "$1") == "$2 " ]]; }
has() { [[ $answer == *"$1"* ]]; }

# whether the total time is about that: `sum` of the shops' times, or `max`, the longest of them
takes() {
  awk -v total="$(values total_time)" -v elapsed="$(values elapsed)" -v what="$1" 'BEGIN {
    n = split(elapsed, times, " ")
    for (i = 1; i <= n; i++) { sum += times[i]; if (times[i] > max) max = times[i] }
    about = what == "sum" ? sum : max
    exit !(n == 4 && total >= 0.99 * about && total <= 1.5 * about)
  }'
}

# --- the steps ---

begin 'the table says what to replace, and the rest stays as it is'
mkdir "$copy" "$run" "$run/config" "$work/tmp"
# the files that git knows or would add, and that are there; the project may belong to another user
cd "$project"
git -c safe.directory='*' ls-files -z --cached --others --exclude-standard |
  while IFS= read -r -d '' file; do [[ ! -e $file ]] || printf '%s\0' "$file"; done |
  tar --null -T - -cf - | tar -xof - -C "$copy"
[[ -n $(entries) ]] || fail "${table#"$project"/} has no table | file | by |"
apply_table
add_files
end

begin 'it is formatted, builds, and passes its tests and those that stay'
cd "$copy"
# files that a JVM forgets go where all goes; fanout's own tests can't tell a difference, as it knows nothing of the rest
JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS-} -Djava.io.tmpdir='$work/tmp'" ./mvnw -B -ntp "$@" package \
  -Dtest='!dev/newsfan/fanout/**' </dev/null >"$log" 2>&1 || fail 'it could not be built'
java=$(./mvnw -v | sed -n 's/.*runtime: //p')/bin/java
end

begin 'it starts with four shops'
start shops '^[0-9]' "$java" "$project/src/test/sh/Shops.java"
port=$(grep '^[0-9]' "$log")
{
  printf 'quarkus.http.host=127.0.0.1\nquarkus.http.port=0\nquarkus.management.port=0\n'
  order=0
  for shop in alder birch cedar dune; do
    order=$((order + 1))
    printf "newsfan.sources.$shop.%s\n" "url=http://127.0.0.1:$port/$shop/prices?currency=EUR" format=shop order=$order
  done
} >"$run/config/application.properties"
# its configuration is that file, and nothing that the environment happens to hold
for variable in "${!NEWSFAN_@}" "${!QUARKUS_@}"; do unset "$variable"; done
start service 'Listening on' "$java" -Djava.io.tmpdir="$work/tmp" -jar "$copy/target/quarkus-app/quarkus-run.jar"
url=$(sed -n 's|.*Listening on: \(http://[^ ]*:[0-9]*\).*|\1|p' "$log")
management=$(sed -n 's|.*Management interface listening on \(http://[^ ]*:[0-9]*\).*|\1|p' "$log")
ask '/async-prices?product=warm-up'
url=$management ask /q/health/ready
want 'it is ready' has '"alder, birch, cedar, dune"'
end

for mode in sync async virtual; do
  begin "$mode: the cheapest offer of each shop, the broken shop reported"
  ask "/$mode-prices?product=kettle-7"
  want 'the status is 200' [ "$status" = 200 ]
  want 'the mode is named' is mode "$mode"
  want 'the cheapest come first' is shop 'dune cedar alder'
  want 'the prices are theirs' is price '24.50 27.00 29.90'
  want 'it is what was asked for' is title 'kettle-7 kettle-7 kettle-7'
  want 'each shop has a report' is outcome 'ok error ok ok'
  want 'the broken one says why' is reason 'it answered with status 500'
  declare "$mode=$(values total_time)"
  if [[ $mode = sync ]]; then
    want 'it takes the sum of the times' takes sum
  else
    want 'it takes the longest of the times' takes max
  fi
  end
done

# shellcheck disable=SC2154 # declared by their names
begin "sequential takes longer: sync ${sync% } s, async ${async% } s, virtual ${virtual% } s"
awk -v sync="$sync" -v async="$async" -v virtual="$virtual" 'BEGIN { exit !(sync > 2 * async && sync > 2 * virtual) }' ||
  fail 'sync takes less than twice as long as the others'
end

begin 'a wrong parameter is a problem that names it'
for wrong in product= product=a%20b produkt=kettle-7; do
  for mode in sync async virtual; do
    ask "/$mode-prices?$wrong"
    want 'the status is 400' [ "$status" = 400 ]
    want 'it is a problem' [ "${type%%;*}" = application/problem+json ]
    want 'it names the parameter' is parameter "${wrong%%=*}"
  done
done
end

printf '%d passed, 0 failed\n' "$passed"
