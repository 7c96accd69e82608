#!/usr/bin/env bash
# Takes the table of former addresses out of the served site into the web server; quiet
# without news. Runs as root on the server, every minute or so, by cron:
#
#   * * * * * root /usr/local/sbin/siaran-redirects nginx
#
# Who may write the site may not write the server's configuration: only lines of the form
# that a build writes come over, and the table before comes back if the server refuses.
#
# SIARAN_SITE     the served site (/srv/siaran/current)
# SIARAN_TABLE    the server's copy
# SIARAN_CHECK    asks the server whether it takes its configuration
# SIARAN_RELOAD   makes it read it
set -euo pipefail

case ${1:-} in
  nginx)
    table=${SIARAN_TABLE:-/etc/nginx/siaran/redirects.map} end=';'
    check=${SIARAN_CHECK:-nginx -t -q} reload=${SIARAN_RELOAD:-systemctl reload nginx}
    ;;
  caddy)
    table=${SIARAN_TABLE:-/etc/caddy/redirects.table} end=''
    check=${SIARAN_CHECK:-caddy validate --adapter caddyfile --config /etc/caddy/Caddyfile}
    reload=${SIARAN_RELOAD:-systemctl reload caddy}
    ;;
  *)
    echo "deploy/redirects.sh nginx|caddy" >&2
    exit 2
    ;;
esac
site=${SIARAN_SITE:-/srv/siaran/current}
# A site that is not there is no reason to forget its redirects.
[ -d "$site/" ] || {
  echo "There is no site at $site." >&2
  exit 1
}

# Names that neither server includes.
new=$table.new old=$table.old
trap 'rm -f -- "$new" "$old"' EXIT
: >"$new"
if [ -f "$site/_redirects.$1" ] && [ ! -L "$site/_redirects.$1" ]; then
  cat -- "$site/_redirects.$1" >"$new"
fi
: >"$old"
if [ -e "$table" ]; then cp -- "$table" "$old"; fi
cmp -s -- "$new" "$old" && exit 0

form='^"/[^"\\{}[:cntrl:]]*" "/[][A-Za-z0-9._~/?%&=+:@!,;*()'"'"'-]*"'$end'$'
if bad=$(LC_ALL=C grep -anvE -m 1 -- "$form" "$new"); then
  echo "_redirects.$1, line ${bad%%:*}: not a line that Siaran writes. Nothing was changed." >&2
  exit 1
fi
# Caddy takes no empty file, so an empty table is none.
put() {
  if [ -s "$1" ]; then mv -- "$1" "$table"; else rm -f -- "$table"; fi
}
lines=$(grep -ac '' "$new" || true)
put "$new"
if ! said=$(bash -c "$check" 2>&1); then
  put "$old"
  printf '%s\n' "$said" "$1 refuses the table; the one before is back." >&2
  exit 1
fi
bash -c "$reload"
echo "$1: $lines lines of redirects."
