#!/usr/bin/env bash
# Puts a built site on a server in one step: readers see the old site or the new one.
#
#   deploy/rsync.sh output siaran@www.kota.example:/srv/siaran
#   deploy/rsync.sh output /srv/siaran
#
# There, releases/NAME/ is one whole site each, and `current` the link to the one that is
# served. Only what changed travels; the rest is linked to the site before. The last
# KEEP sites (5) stay, none of them served. Needs rsync and GNU coreutils on both sides.
set -euo pipefail

usage() {
  echo "deploy/rsync.sh SITE [USER@HOST:]FOLDER" >&2
  exit 2
}
[ $# -eq 2 ] || usage
site=${1%/}
place=$2
keep=${KEEP:-5}

case $place in
  *:*) host=${place%%:*} folder=${place#*:} ;;
  *) host="" folder=$place ;;
esac
folder=${folder%/}
# They become words of a shell on the other side.
[[ $folder =~ ^/[A-Za-z0-9._/-]+$ && $host =~ ^([A-Za-z0-9._-]+@)?[A-Za-z0-9._-]*$ && $host != -* ]] || {
  echo "FOLDER is a whole path of letters, digits, dots, hyphens and underscores." >&2
  exit 2
}
[[ $keep =~ ^[1-9][0-9]*$ ]] || usage

# A folder that is no finished site would replace one that is.
for name in index.html 404.html robots.txt _headers tema; do
  [ -e "$site/$name" ] || {
    echo "$site has no $name: not a site that Siaran built. Nothing was changed." >&2
    exit 1
  }
done

[ ! -e "$site/privat.txt" ] || {
  echo "$site is a private preview, with text that is held. Nothing was changed." >&2
  exit 1
}

# Run a script on the server, its words behind it.
there() {
  if [ -n "$host" ]; then
    ssh -- "$host" sh -s -- "$@"
  else
    sh -s -- "$@"
  fi
}

# The name is the server's time, so that of two deploys the later one has the greater.
name=$(there "$folder" <<'SH'
set -eu
mkdir -p "$1/releases"
name=$(date -u +%Y%m%dT%H%M%S.%N)-$$
mkdir "$1/releases/$name.part"
echo "$name"
SH
)
[[ $name =~ ^[0-9TZ.-]+$ ]] || {
  echo "The server gave no name for the new site: $name" >&2
  exit 1
}
part=$folder/releases/$name.part

forget() {
  there "$part" <<'SH' || true
rm -rf -- "$1"
SH
}
trap forget EXIT

# By checksum, because a build may keep time and size of a file that it changed. Times are
# not carried over: an unchanged file is linked and keeps its own, so that readers who
# have it need not load it again.
rsync --recursive --checksum --perms --chmod=D755,F644 --delete \
  --link-dest="$folder/current/" "$site/" "${host:+$host:}$part/"

there "$folder" "$name" "$keep" <<'SH'
set -eu
cd "$1"
exec 9>lock
flock 9
# All of it on the disk before the first reader is sent there.
sync -f "releases/$2.part"
chmod 755 "releases/$2.part"
mv "releases/$2.part" "releases/$2"
live=$(readlink current || true)
if [ -n "$live" ] && [ "$(printf '%s\n' "${live#releases/}" "$2" | LC_ALL=C sort | tail -n 1)" != "$2" ]; then
  rm -rf -- "releases/$2"
  echo "A later deploy is live already: ${live#releases/}. This one was left out." >&2
  exit 1
fi
# A link is made beside the old one and renamed over it: there is no moment without.
ln -s "releases/$2" current.new
mv -T current.new current
sync -f .
# The oldest go, and what deploys that were cut off a day ago left behind.
ls -1 releases | grep -v '\.part$' | LC_ALL=C sort | head -n "-$3" | while read -r old; do
  rm -rf -- "releases/$old"
done
find releases -maxdepth 1 -name '*.part' -mmin +1440 -exec rm -rf -- {} +
SH
trap - EXIT
echo "$place: $name"
