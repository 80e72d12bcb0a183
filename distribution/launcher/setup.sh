# What has to be on the machine: installed by apt for root on Debian, otherwise named in one sentence.

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
    setup_postgres
    command -v chromium >/dev/null || install "Chromium" chromium
    command -v hledger >/dev/null || install "hledger" hledger
}

# PostgreSQL refuses to run as root. In a user namespace it takes root for somebody else; where there can be none, it runs
# as nobody.
setup_postgres() {
    [ "$(id -u)" = 0 ] || return 0
    ! unshare -U true 2>/dev/null || return 0
    PATH="$ROOT/distribution/launcher/without-namespaces:$PATH"
    export PATH
    unshare -U true 2>/dev/null \
        || fail "PostgreSQL does not run as root, and nothing here may run as somebody else: start this as another user."
}
