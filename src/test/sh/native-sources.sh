#!/usr/bin/env bash
# Whether all is ready for a native executable, as far as that can be seen without GraalVM: Quarkus can do its part, and
# what is found by name at run time is registered. Leaves target/native-sources behind.
set -euo pipefail
cd "$(dirname "$0")/../../.."

fail() {
  printf 'native-sources.sh: %s\n' "$1" >&2
  exit 1
}

./mvnw -B -ntp -q package -Dnative -Dquarkus.native.sources-only=true -Dmaven.test.skip=true </dev/null

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for jar in "$PWD"/target/native-sources/*-runner.jar; do
  [[ -f $jar ]] || fail "there is no $jar"
  home=$(./mvnw -v | sed -n 's/.*runtime: //p')
  (cd "$work" && "$home/bin/jar" --extract --file "$jar" META-INF/native-image)
done
[[ -s target/native-sources/native-image.args ]] || fail 'there are no arguments for native-image'

# What is written as JSON from inside a Response or an event, where Quarkus can't see it
for type in aggregate.Digest news.Article aggregate.SourceReport http.Problem aggregate.NewsStream\$Part\$FromSource \
  aggregate.RaceEvent\${Started,Answered,Summary} api.RaceResource\$StartLine api.SourcesResource\$Overview \
  lab.wait.WaitResource\$Answer lab.callers.Load lab.callers.Load\${Total,Summary} lab.callers.LoadGenerator\$Returned \
  lab.callers.CallersResource\$Line lab.loops.LoopsResource\$Loops lab.eventloops.Heartbeat\$Tick \
  lab.tasks.TaskExperiment\$Answer lab.tasks.Task\$Report lab.Predictor\${Prediction,Bar,Timing}; do
  grep -qF "\"dev.newsfan.$type\"" "$work/META-INF/native-image/reflect-config.json" ||
    fail "dev.newsfan.$type is not registered for reflection"
done
# The interfaces of the configuration, whose annotations say what is allowed
for type in NewsfanConfig NewsfanConfig\$Limits NewsfanConfig\$Cache SourceConfig LabConfig; do
  grep -qF "\"dev.newsfan.config.$type\"" "$work/META-INF/native-image/reflect-config.json" ||
    fail "dev.newsfan.config.$type is not registered for reflection"
done

# The page, with the modes' sources that it shows
while read -r file; do
  grep -qF "META-INF/resources/$file\\\\E" "$work/META-INF/native-image/resource-config.json" ||
    fail "$file is no resource of the executable"
done < <(cd target/classes/META-INF/resources && find . -type f | sed 's|^\./||')

# What Redis runs, and what its client must not make before
for script in find keep renew refuse leave forget permit; do
  [[ -f target/classes/dev/newsfan/redis/$script.lua ]] || fail "there is no $script.lua"
done
grep -q 'dev/newsfan/redis/' "$work/META-INF/native-image/resource-config.json" || fail 'the scripts for Redis are no resources'
for type in RedisClusterConnection RedisReplicationConnection SentinelTopology Slots types.BulkType; do
  grep -qF -- "--initialize-at-run-time=io.vertx.redis.client.impl.$type" target/native-sources/native-image.args ||
    fail "$type is made when the executable is built"
done

grep -q -- '-H:+AddAllCharsets' target/native-sources/native-image.args || fail 'feeds need all charsets'
echo 'native sources: all is there'
