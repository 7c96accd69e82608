#!/usr/bin/env bash
# Publishes from a machine of the office when there is something to publish: new commits, or
# an hour that has come. Meant for every five minutes, by systemd or cron; it stops early
# when nothing is due. The clone in which it stands is its own: what is changed there and
# is not in origin is thrown away.
#
#   SIARAN_TARGET=siaran@www.kota.example:/srv/siaran deploy/publish.sh
#
# SIARAN_TARGET   where deploy/rsync.sh puts the site
# SIARAN_BRANCH   what is published (main)
# SIARAN_URL      where this machine finds the site (the office's own address)
# SIARAN_WAIT     for how many seconds readers may still get the old one (60)
set -euo pipefail
cd "$(dirname "$0")/.."
: "${SIARAN_TARGET:?Set it to where the site goes: USER@HOST:/srv/siaran}"
branch=${SIARAN_BRANCH:-main}

# The run before is still at it.
exec 9>.git/siaran.lock
flock --nonblock 9 || exit 0

# Without the network there is nothing new, but an hour can come all the same.
if git fetch --quiet origin "$branch"; then
  # A ledger that could not be sent last time is thrown away too: then HEAD is not what
  # was published, so the site is published again and recorded on top of what is new.
  git reset --quiet --hard FETCH_HEAD
else
  echo "origin cannot be reached; going on with what is here." >&2
fi

if [ "$(git rev-parse HEAD)" = "$(git rev-parse --quiet --verify refs/siaran/live || true)" ]; then
  code=0
  said=$(python3 tasks.py due 2>&1) || code=$?
  # 0: something is due, 1: nothing is, and nobody wants a mail about that every five
  # minutes. Anything else is a fault.
  case $code in
    0) echo "$said" ;;
    1) exit 0 ;;
    *) echo "$said" >&2; exit "$code" ;;
  esac
fi

python3 tasks.py build --strict
deploy/rsync.sh output "$SIARAN_TARGET"
# Only what readers get is recorded; otherwise the next run tries again.
python3 tasks.py verify --wait "${SIARAN_WAIT:-60}" "${SIARAN_URL:-}"
python3 tasks.py record
deploy/commit-ledger.sh
git update-ref refs/siaran/live HEAD
