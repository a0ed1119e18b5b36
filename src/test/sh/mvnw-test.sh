#!/bin/sh
# Tests what Newsfan adds to the Maven Wrapper: the choice of a JDK, and Maven by an installed mvn.
# Each case gets a world of its own: a copy of the wrapper, a home, a root for installed JDKs, and a PATH on which java, mvn, wget
# and unzip are there only if the case puts them there. Needs no network, but for the last case, which uses a real mvn if there is one.
# MVNW_SHELL names the shell that runs the wrapper, sh by default: MVNW_SHELL='/usr/bin/busybox sh' src/test/sh/mvnw-test.sh
set -u

project=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(cd "$(mktemp -d)" && pwd -P)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM

# --- one world for all cases: the few commands the wrapper may use, and a Maven that only says what it got ---

tools=$work/tools
mkdir "$tools"
for tool in sh env uname dirname basename tr sed sort cut find mktemp mkdir mv cp rm cat chmod readlink sleep sha256sum shasum; do
  ! path=$(command -v "$tool") || ln -s "$path" "$tools/$tool"
done

# apache-maven-3.9.16/bin/mvn: echo "maven on $JAVA_HOME with $*"
zip=$work/maven.zip
base64 -d >"$zip" <<'END'
UEsDBAoAAAAAAAAAIVyJ66EILQAAAC0AAAAbAAAAYXBhY2hlLW1hdmVuLTMuOS4xNi9iaW4vbXZu
IyEvYmluL3NoCmVjaG8gIm1hdmVuIG9uICRKQVZBX0hPTUUgd2l0aCAkKiIKUEsBAh4DCgAAAAAA
AAAhXInroQgtAAAALQAAABsAAAAAAAAAAQAAAO2BAAAAAGFwYWNoZS1tYXZlbi0zLjkuMTYvYmlu
L212blBLBQYAAAAAAQABAEkAAABmAAAAAAA=
END
zip_checksum=$({ sha256sum "$zip" 2>/dev/null || shasum -a 256 "$zip"; } | cut -d' ' -f1)

# the JDK that the wrapper chooses on this machine, outside all worlds; nothing if there is none
# shellcheck disable=SC1091,SC2034,SC2317 # what mvnw would have defined for the sourced file
real_jdk=$(
  die() { exit 1; }
  verbose() { :; }
  MAVEN_HOME=/
  unset NEWSFAN_ROOT
  . "$project/.mvn/wrapper/newsfan.sh" 2>/dev/null
  printf %s "$JAVA_HOME"
)

# --- the language of the cases ---

passed=0 failed=0 count=0 name='' problems=''

# ends the case before, and begins a new one in a world where nothing is installed
begin() {
  end
  name=$1 problems='' count=$((count + 1))
  world="$work/world $count" # the blank is on purpose
  home=$world/home root=$world/root bin=$world/bin copy=$world/project
  out=$world/out err=$world/err calls=$world/calls
  mkdir -p "$home" "$root" "$bin" "$copy/.mvn/wrapper"
  cp "$project/mvnw" "$copy"
  cp "$project"/.mvn/wrapper/* "$copy/.mvn/wrapper"
  expected_checksum "$zip_checksum"
  : >"$calls"
}

end() {
  [ -n "$name" ] || return 0
  if [ -z "$problems" ]; then
    passed=$((passed + 1))
    echo "ok   $name"
  else
    failed=$((failed + 1))
    printf 'FAIL %s\n%s' "$name" "$problems"
    sed 's/^/       | /' "$out" "$err"
  fi
  name=''
}

want() {
  "$@" || problems="$problems     not so: $*
"
}

expected_checksum() {
  properties=$copy/.mvn/wrapper/maven-wrapper.properties
  sed "s/^distributionSha256Sum=.*/distributionSha256Sum=$1/" "$project/.mvn/wrapper/maven-wrapper.properties" >"$properties"
}

# a command in this world: its name, and its lines; it records how it was called
fake() {
  printf '#!/bin/sh\necho "%s $*" >>"%s"\n%s\n' "$1" "$calls" "$2" >"$bin/$1"
  chmod +x "$bin/$1"
}

# a JDK in folder $1 with version $2
jdk() {
  jre "$1" "$2"
  printf '#!/bin/sh\n' >"$1/bin/javac"
  printf '#!/bin/sh\nexec "%s/bin/jar" "$@"\n' "$real_jdk" >"$1/bin/jar"
  chmod +x "$1/bin/javac" "$1/bin/jar"
}

jre() {
  mkdir -p "$1/bin"
  printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\nJAVA_VERSION_DATE="2000-01-01"\n' "$2" >"$1/release"
  printf '#!/bin/sh\necho "    java.home = %s" >&2\necho "openjdk version \\"%s\\" 2000-01-01" >&2\n' "$1" "$2" >"$1/bin/java"
  chmod +x "$1/bin/java"
}

# Maven is in the wrapper's cache already, so that a case can look at the JDK alone
maven_cached() {
  mkdir -p "$(maven_home)/bin"
  # shellcheck disable=SC2016 # its variables, not ours
  printf '#!/bin/sh\necho "maven on $JAVA_HOME with $*"\n' >"$(maven_home)/bin/mvn"
  chmod +x "$(maven_home)/bin/mvn"
}

dists() { printf %s "$home/.m2/wrapper/dists/apache-maven-3.9.16"; }
maven_home() { printf %s "$(dists)/a063572"; } # the wrapper's hash of distributionUrl

mvn_that_delivers() { fake mvn "echo \"in \$PWD on \$JAVA_HOME\" >>\"$calls\"; cp \"$zip\" apache-maven-3.9.16-bin.zip"; }
wget_that_delivers() { fake wget "cp \"$zip\" \"\$4\""; }

# runs the wrapper in this world, with the variables given as NAME=value
mvnw_with() {
  (in_world "$@")
  rc=$?
}
# takes the place of the shell that calls it, so that a signal reaches the wrapper itself
in_world() {
  cd "$world" || exit
  # shellcheck disable=SC2086 # MVNW_SHELL may hold an argument
  exec env -i HOME="$home" PATH="$bin:$tools" NEWSFAN_ROOT="$root" "$@" ${MVNW_SHELL:-sh} project/mvnw verify -x >"$out" 2>"$err"
}

ran_on() { [ "$rc" = 0 ] && [ "$(cat "$out")" = "maven on $1 with verify -x" ]; }
silent() { [ ! -s "$err" ]; }
said() { grep -q "$1" "$err"; }
said_in_one_line() { [ "$(wc -l <"$err")" -eq 1 ] && said "$1"; }
called() { grep -q "$1" "$calls"; }
not_called() { ! called "$1"; }
# the wrapper's cache holds Maven, and nothing else
only_maven_left() { [ "$(ls -A "$(dists)")" = a063572 ] && [ -x "$(maven_home)/bin/mvn" ]; }
nothing_left() { [ ! -d "$(dists)" ] || [ -z "$(ls -A "$(dists)")" ]; }

# --- which JDK ---

begin 'JAVA_HOME unset, java 17 first on the PATH: the installed 25 is used, without a word'
maven_cached
jdk "$world/java17" 17.0.15
jdk "$root/usr/lib/jvm/temurin-25-jdk-amd64" 25.0.3
mvnw_with PATH="$world/java17/bin:$tools"
want ran_on "$root/usr/lib/jvm/temurin-25-jdk-amd64"
want silent

begin 'JAVA_HOME of 17 gives way to the installed 25, and says so'
maven_cached
jdk "$world/java17" 17.0.15
jdk "$root/usr/lib/jvm/java-25-openjdk" 25
mvnw_with JAVA_HOME="$world/java17"
want ran_on "$root/usr/lib/jvm/java-25-openjdk"
want said_in_one_line "java17 is Java 17; using .*java-25-openjdk"

begin 'JAVA_HOME of 8 gives way to the java 25 on the PATH, and says so'
maven_cached
jdk "$world/java8" 1.8.0_402
jdk "$world/java25" 25.0.1
mvnw_with JAVA_HOME="$world/java8" PATH="$world/java25/bin:$tools"
want ran_on "$world/java25"
want said_in_one_line "java8 is Java 8; using .*java25"

for version in 25.0.3 26-ea; do
  begin "JAVA_HOME of $version is kept, without a word"
  maven_cached
  jdk "$world/mine" "$version"
  jdk "$root/usr/lib/jvm/other" 25.0.4
  mvnw_with JAVA_HOME="$world/mine"
  want ran_on "$world/mine"
  want silent
done

begin 'JAVA_HOME of a JRE 25 gives way: without javac it is no JDK'
maven_cached
jre "$world/jre25" 25.0.3
jdk "$root/usr/lib/jvm/jdk-25" 25.0.3
mvnw_with JAVA_HOME="$world/jre25"
want ran_on "$root/usr/lib/jvm/jdk-25"
want said_in_one_line 'jre25 is no JDK; using .*jdk-25'

begin 'JAVA_HOME unset, the java on the PATH is a link into a JDK 25: that one is used'
maven_cached
jdk "$world/linked25" 25.0.3
jdk "$root/usr/lib/jvm/other" 25.0.4
ln -s "$world/linked25/bin/java" "$bin/java"
mvnw_with
want ran_on "$(readlink -f "$world/linked25" || echo "$world/linked25")"
want silent

begin 'JAVA_HOME unset, the java on the PATH is a shim before a JDK 26: that one is used'
maven_cached
jdk "$world/shimmed26" 26
jdk "$root/usr/lib/jvm/other" 25.0.4
fake java "exec \"$world/shimmed26/bin/java\" \"\$@\""
mvnw_with
want ran_on "$world/shimmed26"
want silent

begin 'of installed JDKs 24, 25, 26 it takes 25'
maven_cached
jdk "$root/usr/lib/jvm/a" 26.0.1
jdk "$root/usr/lib/jvm/b" 25.0.1
jdk "$root/usr/lib/jvm/c" 24.0.1
mvnw_with
want ran_on "$root/usr/lib/jvm/b"

begin 'of installed JDKs 17, 27, 26 it takes the lowest that is new enough'
maven_cached
jdk "$root/usr/lib/jvm/a" 27
jdk "$root/usr/lib/jvm/b" 26
jdk "$root/usr/lib/jvm/c" 17
mvnw_with
want ran_on "$root/usr/lib/jvm/b"

begin 'a JDK without a release file is asked for its version'
maven_cached
jdk "$root/usr/lib/jvm/plain" 25.0.3
rm "$root/usr/lib/jvm/plain/release"
mvnw_with
want ran_on "$root/usr/lib/jvm/plain"

while read -r place; do
  begin "a JDK 25 is found in $place"
  maven_cached
  case $place in
  '~'*) folder=$home${place#'~'} ;;
  *) folder=$root$place ;;
  esac
  jdk "$folder" 25.0.3
  mvnw_with
  want ran_on "$folder"
done <<'END'
/usr/lib/jvm/java-25-openjdk-amd64
/usr/lib64/jvm/java-25-openjdk
/usr/java/jdk-25-oracle-x64
/usr/local/openjdk-25
/opt/jdk-25.0.3
/opt/java/openjdk
/Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home
~/Library/Java/JavaVirtualMachines/corretto-25.0.3/Contents/Home
/opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home
/usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home
/home/linuxbrew/.linuxbrew/opt/openjdk@25/libexec
~/.sdkman/candidates/java/25.0.3-tem
~/.asdf/installs/java/temurin-25.0.3
~/.local/share/mise/installs/java/25.0.3
~/.jenv/versions/25
~/.jdks/temurin-25.0.3
~/.gradle/jdks/eclipse_adoptium-25-amd64-linux.2
/c/Program Files/Eclipse Adoptium/jdk-25.0.3.9-hotspot
END

begin 'a JDK 25 that only macOS knows of is found by java_home'
maven_cached
jdk "$world/elsewhere" 25.0.3
fake java_home "[ \"\$1 \$2\" = '-v 25' ] && echo \"$world/elsewhere\""
mkdir -p "$root/usr/libexec"
mv "$bin/java_home" "$root/usr/libexec"
mvnw_with
want ran_on "$world/elsewhere"

begin 'no JDK 25: one sentence, exit code 1, and Maven does not start'
maven_cached
jdk "$root/usr/lib/jvm/java-17-openjdk" 17.0.15
jre "$root/usr/lib/jvm/java-25-openjdk" 25.0.3
mvnw_with
want [ "$rc" = 1 ]
want said_in_one_line '^mvnw: Newsfan needs JDK 25 or newer and found none: install one, .* or set JAVA_HOME to where it is\.$'
want [ ! -s "$out" ]

begin 'no JDK 25, and JAVA_HOME points at nothing: the sentence tells that too'
maven_cached
mvnw_with JAVA_HOME=/nowhere
want [ "$rc" = 1 ]
want said_in_one_line 'found none (JAVA_HOME=/nowhere is no JDK): install one'

# --- which Maven ---

# a world with a JDK 25 and an unzip, if this machine has one
begin_fetch() {
  begin "$1"
  jdk=$root/usr/lib/jvm/jdk-25
  jdk "$jdk" 25.0.3
  ! unzip=$(command -v unzip) || ln -s "$unzip" "$bin/unzip"
}

begin_fetch 'Maven in the cache: neither mvn nor a download'
maven_cached
mvn_that_delivers
wget_that_delivers
mvnw_with
want ran_on "$jdk"
want [ ! -s "$calls" ]

begin_fetch 'Maven comes through the installed mvn: on the JDK 25, away from the project, and without a word'
mvn_that_delivers
wget_that_delivers
mvnw_with
want ran_on "$jdk"
want silent
want called 'mvn .*:copy -Dartifact=org.apache.maven:apache-maven:3.9.16:zip:bin '
want called "in $(dists)/tmp.* on $jdk\$"
want not_called wget
want only_maven_left

begin_fetch 'the cache follows MAVEN_USER_HOME'
mvn_that_delivers
mvnw_with MAVEN_USER_HOME="$world/elsewhere"
want ran_on "$jdk"
want [ -x "$world/elsewhere/wrapper/dists/apache-maven-3.9.16/a063572/bin/mvn" ]
want [ ! -d "$home/.m2" ]

begin_fetch 'no mvn installed: Maven comes from Apache'\''s archive'
wget_that_delivers
mvnw_with
want ran_on "$jdk"
want silent
want called 'wget .* https://archive.apache.org/dist/maven/maven-3/3.9.16/binaries/apache-maven-3.9.16-bin.zip '
want only_maven_left

begin_fetch 'no mvn and no wget: curl serves as well'
fake curl "cp \"$zip\" \"\$5\""
mvnw_with
want ran_on "$jdk"
want only_maven_left

begin_fetch 'an mvn that fails gives way to the archive, and its error is told in one line'
fake mvn 'echo "[INFO] hm"; echo "[ERROR] no way out"; exit 1'
wget_that_delivers
mvnw_with
want ran_on "$jdk"
want said_in_one_line 'could not fetch apache-maven-3.9.16 (no way out), so it comes from https://archive.apache.org/'
want only_maven_left

begin_fetch 'an mvn that succeeds and delivers nothing gives way to the archive'
fake mvn 'echo nothing to do'
wget_that_delivers
mvnw_with
want ran_on "$jdk"
want said_in_one_line '(nothing to do), so it comes from'

begin_fetch 'an mvn that leads back to the wrapper does not loop'
fake mvn "exec sh \"$copy/mvnw\" \"\$@\""
wget_that_delivers
mvnw_with
want ran_on "$jdk"
want said_in_one_line '(it is this wrapper itself), so it comes from'
want [ "$(wc -l <"$calls")" -eq 2 ]

for source in mvn wget; do
  begin_fetch "a Maven with a wrong checksum, fetched by $source, is refused"
  expected_checksum 0000000000000000000000000000000000000000000000000000000000000000
  "${source}_that_delivers"
  mvnw_with
  want [ "$rc" = 1 ]
  want said 'SHA-256'
  want [ ! -s "$out" ]
  want nothing_left
done

for source in mvn wget; do
  begin_fetch "without unzip the JDK unpacks what $source fetched"
  rm -f "$bin/unzip"
  "${source}_that_delivers"
  mvnw_with
  want ran_on "$jdk"
  want silent
  want only_maven_left
done

for source in mvn wget; do
  begin_fetch "a run that is interrupted while $source fetches leaves nothing"
  fake "$source" "echo half >apache-maven-3.9.16-bin.zip; sleep 1"
  in_world &
  until called "$source"; do sleep 0.1; done
  kill -TERM $!
  wait $! 2>/dev/null
  want [ $? != 0 ]
  want nothing_left
done

begin_fetch 'two runs at once do not break each other'
mvn_that_delivers
echo 'sleep 1' >>"$bin/mvn"
in_world &
until called mvn; do sleep 0.1; done
out=$world/out2 err=$world/err2
mvnw_with
want ran_on "$jdk"
wait $!
rc=$? out=$world/out err=$world/err
want ran_on "$jdk"
want [ "$(grep -c '^mvn ' "$calls")" = 2 ]
want only_maven_left

begin_fetch 'MVNW_REPOURL: mvnw downloads from that repository itself'
mvn_that_delivers
wget_that_delivers
mvnw_with MVNW_REPOURL=https://repository.example/all
want ran_on "$jdk"
want called 'wget .* https://repository.example/all/org/apache/maven/apache-maven/3.9.16/apache-maven-3.9.16-bin.zip '
want not_called '^mvn'

# --- the real thing, in no world ---

if command -v mvn >/dev/null && [ -n "$real_jdk" ]; then
  begin 'with the mvn and the JDK of this machine: Maven 3.9.16 on Java 25 or newer'
  (
    unset JAVA_HOME NEWSFAN_ROOT MVNW_REPOURL MVNW_USERNAME
    cd "$project" && MAVEN_USER_HOME=$home/.m2 ${MVNW_SHELL:-sh} ./mvnw -v >"$out" 2>"$err"
  )
  want [ $? = 0 ]
  want silent
  want grep -q 'Apache Maven 3\.9\.16 ' "$out"
  want grep -Eq '^Java version: (2[5-9]|[3-9][0-9])' "$out"
  want only_maven_left
fi

end
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
