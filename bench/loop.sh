#!/bin/sh
# Measures how long a developer waits for the newspaper: `sh bench/loop.sh`. Works on a clone of the
# last commit in a temporary folder, needs what the README names, and a Maven repository that holds
# all dependencies already. Writes bench/results/loop.md.
#
# RUNS=5      how often each time is taken; the median counts
# PORT=18080  the port of the newspaper
set -eu

runs=${RUNS:-5}
port=${PORT:-18080}
home=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
work=$(mktemp -d)
clone=$work/clone
commit=$(git -C "$home" rev-parse --short HEAD)
maven=

# The process of the newspaper in the clone; none while there is none.
newspaper() {
  ps -e -o pid= -o args= | awk -v clone="$clone" '/ news[.]nashra[.]local[.]stack[.]Main$/ && index($0, clone) { print $1 }'
}

# Ends the newspaper; Maven ends with it.
stop() {
  if [ -n "$maven" ]; then
    kill $(newspaper) 2>/dev/null || kill "$maven" 2>/dev/null || true
    wait "$maven" 2>/dev/null || true
    maven=
  fi
}

trap 'stop; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

millis() {
  node -p 'Date.now()'
}

# The processor time of processes and of their children that ended, in seconds, as Linux counts it.
processor() {
  for process; do
    cat "/proc/$process/stat" 2>/dev/null || true
  done | sed 's/.*) //' | awk -v ticks="$(getconf CLK_TCK)" '{ sum += $12 + $13 + $14 + $15 } END { printf "%.1f\n", sum / ticks }'
}

# Starts the newspaper; adds the seconds until its banner to the file $1, those of processors to
# $1.processor.
start() {
  begin=$(millis)
  (cd "$clone" && NASHRA_PORT=$port exec mvn -Plocal) >"$work/log" 2>&1 &
  maven=$!
  until grep -q 'Nashra is running' "$work/log"; do
    kill -0 "$maven" 2>/dev/null || { cat "$work/log"; exit 1; }
    sleep 0.1
  done
  end=$(millis)
  processor "$maven" $(newspaper) >>"$1.processor"
  echo "$begin $end" | awk '{ printf "%.1f\n", ($2 - $1) / 1000 }' >>"$1"
}

fresh() {
  rm -rf "$clone"
  git clone -q "$home" "$clone"
  git -C "$clone" checkout -q "$commit"
}

# Adds a method to a class, so that the class file differs.
change() {
  class=$(find "$clone/functions/comments/src/main/java" -name Challenges.java)
  sed '$d' "$class" >"$work/class"
  printf '\n  static int change%d() {\n    return %d;\n  }\n}\n' "$1" "$1" >>"$work/class"
  cp "$work/class" "$class"
}

median() {
  sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

all() {
  sort -n "$1" | tr '\n' ' '
}

# The load of the machine in the last minute, before anything is measured.
load=$(node -p 'require("os").loadavg()[0].toFixed(1)')

for run in $(seq "$runs"); do
  fresh
  start "$work/fresh"
  stop
done
for run in $(seq "$runs"); do
  start "$work/second"
  stop
done
for run in $(seq "$runs"); do
  change "$run"
  start "$work/change"
  stop
done

# The processor time of the newspaper in a minute in which nobody reads or writes, as `ps` counts it.
start "$work/idle-start"
java=$(newspaper)
idle=-
if [ -r "/proc/$java/stat" ]; then
  sleep 60
  before=$(processor "$java")
  sleep 60
  idle=$(echo "$before $(processor "$java")" | awk '{ printf "%.1f %%", ($2 - $1) / 60 * 100 }')
fi
stop

cores=$(node -p 'require("os").cpus().length')
model=$(node -p 'require("os").cpus()[0].model')
memory=$(node -p '(require("os").totalmem() / 2 ** 30).toFixed(0)')
system=$(uname -s)
{
  echo '# The loop'
  echo
  echo "Repeat it with \`sh bench/loop.sh\`. Measured on $(date +%Y-%m-%d) on $cores cores ($model, $memory GB, $system), at a load of $load when it began,"
  echo "on a clone of commit $commit. From the command to the line \"Nashra is running\", medians of $runs, all dependencies in the Maven repository."
  echo
  echo '| `mvn -Plocal` | median, seconds | all | limit | of processors, seconds |'
  echo '|---|---:|---|---:|---:|'
  echo "| the first time, in a fresh clone | $(median "$work/fresh") | $(all "$work/fresh")| 60 | $(median "$work/fresh.processor") |"
  echo "| again, with nothing changed | $(median "$work/second") | $(all "$work/second")| 10 | $(median "$work/second.processor") |"
  echo "| after a change of one class in \`functions/comments\` | $(median "$work/change") | $(all "$work/change")| 25 | $(median "$work/change.processor") |"
  echo
  echo "The idle newspaper takes $idle of one core: \`utime\` and \`stime\` of \`/proc/<pid>/stat\`, sixty seconds apart, a minute after the banner. The limit is 2 %."
} >"$home/bench/results/loop.md"
cat "$home/bench/results/loop.md"
