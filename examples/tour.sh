#!/usr/bin/env bash
# Builds vsmrepo, makes an archive of the examples, one review cycle after the other, and shows what changed.
#
#   examples/tour.sh [FOLDER]     FOLDER is made for the archive; a temporary one without it
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
examples=$root/examples
# shellcheck source=.ci/packages
source "$root/.ci/packages"

archive=${1:-$(mktemp -d)/archive}
if [[ -e $archive && -n $(ls -A "$archive" 2>/dev/null || echo file) ]]; then
  echo "error: $archive exists already; name a folder that does not" >&2
  exit 73
fi

# VSMREPO names a program that is built already.
vsmrepo=${VSMREPO:-}
if [[ -z $vsmrepo ]]; then
  need_swift
  need pkg-config pkg-config --version
  need libgit2-dev pkg-config --exists libgit2
  install_missing
  echo "Building vsmrepo (the first time takes a few minutes) …"
  build=(swift build --package-path "$root" -c release --static-swift-stdlib --product vsmrepo)
  "${build[@]}" </dev/null >&2
  vsmrepo=$("${build[@]}" --show-bin-path)/vsmrepo
fi

# The identity, dates and pager of the tour, whatever is configured on this machine.
export GIT_AUTHOR_NAME="Tour" GIT_AUTHOR_EMAIL="tour@vsmrepo.example"
export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
export GIT_AUTHOR_DATE="2025-09-26T16:00:00+02:00" GIT_COMMITTER_DATE="2025-09-26T16:00:00+02:00"
export VSMREPO_PAGER=cat

echo
echo "An archive: $archive"
"$vsmrepo" init "$archive" </dev/null

echo
echo "The review cycles, as examples/cycles.tsv lists them:"
while IFS=$'\t' read -r date author email stream current future nature subject; do
  [[ $date == \#* ]] && continue
  export GIT_AUTHOR_NAME=$author GIT_AUTHOR_EMAIL=$email GIT_AUTHOR_DATE=$date
  export GIT_COMMITTER_NAME=$author GIT_COMMITTER_EMAIL=$email GIT_COMMITTER_DATE=$date
  mkdir -p "$archive/$stream"
  cp "$examples/$current" "$archive/$stream/current.json"
  [[ $future == - ]] || cp "$examples/$future" "$archive/$stream/future.json"
  options=(-m "$subject")
  [[ $nature != correction ]] || options+=(--correction)
  "$vsmrepo" -C "$archive" commit "$stream" "${options[@]}" </dev/null
done <"$examples/cycles.tsv"

archive=$(cd "$archive" && pwd)
printf '\n$ cd %q\n' "$archive/content"
for arguments in "log" "diff v3 v5"; do
  printf '\n$ vsmrepo %s\n' "$arguments"
  # shellcheck disable=SC2086  # words of their own
  "$vsmrepo" -C "$archive/content" $arguments </dev/null
done

cat <<END

The archive is an ordinary Git repository: $archive
Try next:

  alias vsmrepo='$vsmrepo'
  cd '$archive'
  vsmrepo status                      every stream, and which review is overdue
  vsmrepo show content                today's map: picture, figures, where work waits
  vsmrepo diff content@v3 content@v4  the change that made things worse
  vsmrepo diff content content:future from today to the state to aim at
  git log --stat                      it is plain Git underneath

Then change a figure in content/current.json and say 'vsmrepo diff content', 'vsmrepo check' and 'vsmrepo commit'.
END
