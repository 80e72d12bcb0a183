# What has to be on the machine: installed by apt for root on Debian, otherwise named in one sentence.

# java_version HOME: its major version, or nothing
java_version() {
    "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1
}

# find_java TOOL: sets JAVA_HOME to a Java 17 that has bin/TOOL; false where there is none
find_java() {
    local found candidates=(/usr/lib/jvm/java-17-* /usr/lib/jvm/*17*)
    if found="$(command -v java)"; then
        candidates=("$(dirname "$(dirname "$(readlink -f "$found")")")" "${candidates[@]}")
    fi
    for found in "${candidates[@]}"; do
        if [ -x "$found/bin/$1" ] && [ "$(java_version "$found")" = 17 ]; then
            export JAVA_HOME="$found"
            return 0
        fi
    done
    return 1
}

# need_java TOOL: a JAVA_HOME that somebody set is obeyed or refused, never passed over
need_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        [ -x "$JAVA_HOME/bin/$1" ] || fail "JAVA_HOME is $JAVA_HOME, which has no bin/$1: point it to a JDK 17 or unset it."
        local version
        version="$(java_version "$JAVA_HOME")"
        [ "$version" = 17 ] || fail "JAVA_HOME is Java ${version:-of an unknown version}: point it to a JDK 17 or unset it."
    elif ! find_java "$1"; then
        return 1
    fi
}

has_node() {
    local version
    version="$(node --version 2>/dev/null)" || return 1
    version="${version#v}"
    [ "${version%%.*}" -ge 18 ] && command -v npm >/dev/null
}

# install WHAT PACKAGE...: by apt when root, else says what to install
install() {
    local what="$1"
    shift
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing $what (apt-get install $*)"
        mkdir -p "$WORK"
        { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@"; } \
            >"$WORK/setup.log" 2>&1 || fail "apt-get could not install $what: see $WORK/setup.log."
    else
        fail "$what is missing: install it (on Debian, as root: apt-get install $*) and start again."
    fi
}

setup_build() {
    need_java javac || install "JDK 17" openjdk-17-jdk-headless
    need_java javac || fail "No JDK 17 was found: install one and set JAVA_HOME to it."
    command -v mvn >/dev/null || install "Maven" maven
    has_node || install "Node 18 or newer with npm" nodejs npm
    has_node || fail "Node is older than 18: install Node 18 or newer."
}

setup_tests() {
    setup_build
    command -v chromium >/dev/null || install "Chromium" chromium
    command -v hledger >/dev/null || install "hledger" hledger
}
