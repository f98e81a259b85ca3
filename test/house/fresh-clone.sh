#!/usr/bin/env bash
# Runs an npm command in a fresh clone, the way a newcomer would: as root below a folder that only root can enter, or as
# an ordinary user in a folder of his own. For use by hand; needs the network or a filled npm cache.
#
#   test/house/fresh-clone.sh [--user] [--keep] <command ...>
#   test/house/fresh-clone.sh npm test -- house
#   test/house/fresh-clone.sh --user npx countermark --help
set -euo pipefail

user=no keep=no
while [[ "${1:-}" == --* ]]; do
  case "$1" in
    --user) user=yes ;;
    --keep) keep=yes ;;
    *) echo "Expected --user, --keep or a command; $1 came." >&2; exit 2 ;;
  esac
  shift
done
if [[ $# -eq 0 ]]; then
  echo "Expected a command to run in the fresh clone, such as: npm test" >&2
  exit 2
fi
if [[ $user == yes && $(id -u) -ne 0 ]]; then
  echo "--user changes from root to an ordinary user; this is no root, so leave it away." >&2
  exit 2
fi

source=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
clean() {
  if [[ $keep == yes ]]; then echo "Kept: $folder" >&2; else rm -rf "$folder"; fi
}
trap clean EXIT

git -c advice.detachedHead=false clone -q "$source" "$folder/clone"
as=()
if [[ $user == yes ]]; then
  mkdir "$folder/home"
  chown -R 65534:65534 "$folder"
  as=(setpriv --reuid=65534 --regid=65534 --clear-groups env "HOME=$folder/home" USER=nobody)
fi
cd "$folder/clone"
status=0
"${as[@]}" "$@" || status=$?
echo "Ended with $status." >&2
exit "$status"
