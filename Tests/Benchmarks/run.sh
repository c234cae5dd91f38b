#!/usr/bin/env bash
# Measures speed beside that of others on the same data and prints one table. `--small`: small data and the debug build, to see
# that all of it still runs; its figures mean nothing.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=.ci/packages
source .ci/packages

need_swift
need pkg-config pkg-config --version
need libgit2-dev pkg-config --exists libgit2
need gcc gcc --version
need git git --version
need jq jq --version
need hyperfine hyperfine --version
need wrk which wrk
need python3-venv python3 -c 'import ensurepip, venv'
install_missing

tools=$PWD/.build-benchmarks
if ! cmp -s Tests/Benchmarks/requirements.txt "$tools/requirements.txt"; then
  python3 -m venv --clear "$tools"
  "$tools/bin/python" -m pip install --quiet --disable-pip-version-check -r Tests/Benchmarks/requirements.txt
  cp Tests/Benchmarks/requirements.txt "$tools/requirements.txt"
fi
export PATH=$tools/bin:$PATH

how=(-c release --static-swift-stdlib)
if [[ ${1-} == --small ]]; then how=(-c debug); fi
for product in vsmrepo vsmrepo-web InProcess; do swift build "${how[@]}" --product "$product" >&2; done
programs=$(swift build "${how[@]}" --show-bin-path)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# shellcheck disable=SC2046
gcc -O2 -o "$scratch/floor" Tests/Benchmarks/floor.c $(pkg-config --cflags --libs libgit2)

echo "Making the data" >&2
python Tests/Benchmarks/data.py "$scratch/data" "$@"
python Tests/Benchmarks/measure.py "$programs" "$scratch" "$@"
