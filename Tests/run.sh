#!/usr/bin/env bash
# Every check and every test; the summary of the test runner ends the output. VSM_FULL=1 runs the random laws in full.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=.ci/packages
source .ci/packages

need_swift
need pkg-config pkg-config --version
need libgit2-dev pkg-config --exists libgit2
need git git --version
need strace strace --version
need nodejs node --version
need shellcheck shellcheck --version
need chromium chromium --version
need fonts-dejavu-core test -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
need openssh-server test -x /usr/sbin/sshd
need openssh-client ssh -V
need nginx-light test -x /usr/sbin/nginx
need fcgiwrap test -x /usr/sbin/fcgiwrap
need openssl openssl version
need tzdata test -e /usr/share/zoneinfo/Europe/Berlin
need python3-venv python3 -c 'import ensurepip, venv'
install_missing

tools=$PWD/.build-tools
requirements=(Tests/Checks/requirements.txt Tests/Checks/mining-requirements.txt)
if ! cat "${requirements[@]}" | cmp -s - "$tools/requirements.txt"; then
  python3 -m venv --clear "$tools"
  "$tools/bin/python" -m pip install --quiet --disable-pip-version-check "${requirements[@]/#/-r}"
  cat "${requirements[@]}" >"$tools/requirements.txt"
fi
export PATH=$tools/bin:$PATH

echo "Format"
swift format lint --strict --parallel -r Sources Tests Package.swift
echo "Shell scripts"
shellcheck -x .ci/run .ci/packages examples/tour.sh Tests/run.sh Tests/Benchmarks/run.sh
echo "Imports"
swift package describe --type json | python Tests/Checks/imports.py
echo "Build"
swift build --build-tests --explicit-target-dependency-import-check error
echo "Schemas"
vsmrepo=$(swift build --show-bin-path)/vsmrepo
python Tests/Checks/schema.py "$vsmrepo"
echo "Outputs"
python Tests/Checks/outputs.py "$vsmrepo"
echo "Event logs"
python Tests/Checks/mining.py "$vsmrepo"
echo "Tour"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
VSMREPO=$vsmrepo examples/tour.sh "$scratch/archive" >/dev/null
echo "Pictures"
mkdir "$scratch/pictures"
VSM_PICTURES=$scratch/pictures swift test --skip-build --disable-xctest --filter PictureSamples >"$scratch/pictures.log"
python Tests/Browser/pictures.py "$scratch/pictures"
echo "Pages"
python Tests/Browser/pages.py "$vsmrepo" "$scratch/archive"
echo "Benchmark, small"
Tests/Benchmarks/run.sh --small
echo "Tests"
swift test --skip-build --disable-xctest
