# Sourced by mvnw, in one marked line, once MAVEN_HOME is computed. Plain POSIX sh: mvnw runs under `set -euf` in dash, ash and bash.
#
# 1. Chooses a JDK. Quarkus builds inside Maven's own JVM, so a Maven toolchain would come too late.
# 2. If the pinned Maven is missing, gets it through an installed mvn, whose settings, mirrors and proxies then count.
#    Without an mvn, or when that fails, mvnw goes on and downloads it from distributionUrl. The checksum is checked either way.

# shellcheck shell=sh
# shellcheck disable=SC2154 # distributionUrlName and others come from mvnw
# shellcheck disable=SC2030,SC2031 # NEWSFAN_FETCHING is exported for the mvn of one subshell only

newsfan_jdk=25

say() { printf 'mvnw: %s\n' "$1" >&2; }

# --- 1. the JDK ---

# prints the Java version of the JDK in folder $1; fails where there is no javac, because a JRE can't compile
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  jdk_release=$(sed -n 's/^JAVA_VERSION=/version /p' "$1/release" 2>/dev/null) || :
  # starting a JVM takes longer than reading a file
  [ -n "$jdk_release" ] || jdk_release=$("$1/bin/java" -version 2>&1) || return 1
  # version "25.0.3" is 25, and version "1.8.0_402" is 8
  printf '%s\n' "$jdk_release" | sed -n 's/.*version "\(1\.\)\{0,1\}\([0-9]\{1,\}\).*/\2/p'
}

is_jdk() {
  jdk_found=$(jdk_version "$1") && [ "${jdk_found:-0}" -ge "$newsfan_jdk" ]
}

# prints the home of the java on the PATH
path_jdk() {
  path_java=$(command -v java) || return 1
  path_home=$(readlink -f "$path_java" 2>/dev/null) || path_home=
  path_home=${path_home%/bin/java}
  # shims (jenv, asdf, macOS) are no links into a JDK: only the JVM itself knows where it lives
  [ -f "$path_home/release" ] ||
    path_home=$("$path_java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  [ -n "$path_home" ] && printf '%s\n' "$path_home"
}

# prints the folders where installers put JDKs; NEWSFAN_ROOT stands for / in the test
jdk_folders() (
  set +f
  root=${NEWSFAN_ROOT-}
  # Linux packages: Debian, RPM distributions, Oracle's RPM, archives unpacked by hand
  set -- "$root"/usr/lib/jvm/* "$root"/usr/lib64/jvm/* "$root"/usr/java/*
  set -- "$@" "$root"/usr/local/*jdk* "$root"/opt/* "$root"/opt/java/*
  # macOS, Homebrew on both kinds of Mac and on Linux
  set -- "$@" "$root"/Library/Java/JavaVirtualMachines/*/Contents/Home
  set -- "$@" "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home
  set -- "$@" "$root"/opt/homebrew/opt/*jdk*/libexec/openjdk.jdk/Contents/Home
  set -- "$@" "$root"/usr/local/opt/*jdk*/libexec/openjdk.jdk/Contents/Home
  set -- "$@" "$root"/home/linuxbrew/.linuxbrew/opt/*jdk*/libexec
  # version managers, IntelliJ, Gradle
  set -- "$@" "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "${ASDF_DATA_DIR:-$HOME/.asdf}"/installs/java/*
  set -- "$@" "${MISE_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/mise}"/installs/java/* "$HOME"/.jenv/versions/*
  set -- "$@" "$HOME"/.jdks/* "$HOME"/.gradle/jdks/*
  # Windows, seen from Git Bash
  set -- "$@" "$root/c/Program Files"/*/* "$HOME"/scoop/apps/*jdk*/current
  printf '%s\n' "$@"
  unset JAVA_HOME # java_home would just repeat it
  ! [ -x "$root/usr/libexec/java_home" ] || "$root/usr/libexec/java_home" -v "$newsfan_jdk" 2>/dev/null || :
)

# prints the installed JDK with the lowest version that is new enough: exactly 25, if there is one
installed_jdk() {
  jdk_folders | while IFS= read -r folder; do
    ! is_jdk "$folder" || printf '%s %s\n' "$jdk_found" "$folder"
  done | sort -n | sed -n '1s/^[0-9]* //p'
}

choose_jdk() {
  too_old=
  if [ -n "${JAVA_HOME-}" ]; then
    ! is_jdk "$JAVA_HOME" || return 0
    too_old="JAVA_HOME=$JAVA_HOME is ${jdk_found:+Java }${jdk_found:-no JDK}"
  fi
  chosen=$(path_jdk) && is_jdk "$chosen" || chosen=$(installed_jdk)
  if [ -z "$chosen" ]; then
    die "mvnw: Newsfan needs JDK $newsfan_jdk or newer and found none${too_old:+ ($too_old)}: install one, for example\
 from https://adoptium.net, or set JAVA_HOME to where it is."
  fi
  [ -z "$too_old" ] || say "$too_old; using $chosen, because Newsfan needs JDK $newsfan_jdk or newer."
  JAVA_HOME=$chosen
}

choose_jdk
export JAVA_HOME
verbose "using the JDK at $JAVA_HOME"

# --- 2. Maven ---

# beside MAVEN_HOME, so that mvnw's final mv is a rename: a copy across file systems could be cut short and leave half a Maven
mktemp() {
  mkdir -p -- "${MAVEN_HOME%/*}" && command mktemp -d "${MAVEN_HOME%/*}/tmp.XXXXXX"
}

# Without unzip, mvnw fetches the .tar.gz and then checks it against the .zip's checksum. Every JDK can unpack a .zip, but not restore
# its executable bits. Called like the real one: unzip [-q] archive -d folder
command -v unzip >/dev/null || unzip() {
  [ "$1" != -q ] || shift
  "$JAVA_HOME/bin/jar" --extract --file "$(native_path "$1")" --dir "$(native_path "$3")" &&
    find "$3" -path '*/bin/mvn*' ! -name '*.cmd' -exec chmod +x {} +
}

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum <"$1"; else shasum -a 256 <"$1"; fi
}

# fetches the distribution into folder $1; runs in there, with a .mvn of its own, so that mvn takes no notice of this project's
fetch_by_mvn() (
  cd "$1" && mkdir .mvn || exit 1
  unset MAVEN_HOME # that of the Maven still missing
  export NEWSFAN_FETCHING=true
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    "-Dartifact=org.apache.maven:apache-maven:${distributionUrlNameMain#apache-maven-}:zip:bin" -DoutputDirectory=. \
    </dev/null >mvn.log 2>&1 &&
    [ -f "$distributionUrlName" ]
)

install_from() {
  checksum=$(sha256 "$1/$distributionUrlName")
  if [ "${checksum%% *}" != "${distributionSha256Sum-}" ]; then
    die "mvnw: $distributionUrlName, as the installed mvn fetched it, does not have the SHA-256 in\
 .mvn/wrapper/maven-wrapper.properties and is not used."
  fi
  unzip -q "$1/$distributionUrlName" -d "$1" || die "mvnw: cannot unpack $distributionUrlName"
  mv -- "$1/$distributionUrlNameMain" "$1/${MAVEN_HOME##*/}"
  # fails if another run was faster, which is just as well
  mv -- "$1/${MAVEN_HOME##*/}" "${MAVEN_HOME%/*}/" 2>/dev/null || [ -d "$MAVEN_HOME" ] || die "mvnw: cannot create $MAVEN_HOME"
}

seed_maven_home() {
  seed=$(mktemp)
  trap 'rm -rf -- "$seed"' EXIT
  trap 'exit 130' HUP INT TERM
  verbose "fetching $distributionUrlNameMain through $(command -v mvn)"
  if fetch_by_mvn "$seed"; then
    install_from "$seed"
  else
    # the first error it printed, or else its last line
    reason=$(sed -n -e '/ERROR/{s/^\[ERROR\] *//p;q;}' -e '$p' "$seed/mvn.log" | cut -c 1-300)
    say "the installed mvn could not fetch $distributionUrlNameMain (${reason:-it said nothing}), so it comes from $distributionUrl."
  fi
  rm -rf -- "$seed"
  trap - EXIT HUP INT TERM
}

if [ ! -d "$MAVEN_HOME" ]; then
  # an mvn that is a link to this script would fetch for ever
  [ -z "${NEWSFAN_FETCHING-}" ] || die "[ERROR] it is this wrapper itself"
  if [ -n "${MVNW_REPOURL-}" ]; then
    # mvnw replaces what precedes /org/apache/maven/ in distributionUrl; Apache's archive has no such part
    distributionUrl="$MVNW_REPOURL/org/apache/maven/apache-maven/${distributionUrlNameMain#apache-maven-}/$distributionUrlName"
  elif [ -z "${MVNW_USERNAME-}" ] && command -v mvn >/dev/null; then
    seed_maven_home
  fi
fi
