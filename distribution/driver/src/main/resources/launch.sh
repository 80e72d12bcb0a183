#!/usr/bin/env bash
# The launcher's own parts, on a distribution that is built already: launch.sh ROOT DISTRIBUTION HOME PORT VERB [ARG...]
set -euo pipefail

ROOT="$1" DISTRIBUTION="$2" HOME_DIR="$3" HTTP_PORT="$4"
shift 4
WORK="$ROOT/.stepwise"
HTTP_ADDRESS=127.0.0.1
DEMO=false
BACKGROUND=true

for part in assembly/src/main/resources/bin/parts/{say,java,home,health} launcher/{setup,build,server,console}; do
    # shellcheck source=/dev/null
    source "$ROOT/distribution/$part.sh"
done

build() { :; }

"$@"
