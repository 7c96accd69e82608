#!/usr/bin/env bash
# Compares what readers get with what was published; quiet when it is the same. Meant for
# every night, by systemd or cron, in the clone that deploy/publish.sh publishes from.
#
# SIARAN_URL    where this machine finds the site (the office's own address)
# SIARAN_WAIT   for how many seconds a deploy may be under way (600)
set -euo pipefail
cd "$(dirname "$0")/.."

# A publishing that is under way ends first; one that begins later is waited for.
flock --wait 1200 .git/siaran.lock true
said=$(python3 tasks.py verify --wait "${SIARAN_WAIT:-600}" "${SIARAN_URL:-}" 2>&1) || {
  code=$?
  echo "$said" >&2
  exit "$code"
}
