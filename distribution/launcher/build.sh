# Builds what changed, and unpacks it where a running server cannot be disturbed.

# source_hash: changes when anything that is built from changes
source_hash() {
    cd "$ROOT"
    find pom.xml config core modules features distribution \
        \( -name target -o -name node_modules -o -path distribution/itests -o -path distribution/launcher \) -prune \
        -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
}

maven() {
    (cd "$ROOT" && JAVA_HOME="$JAVA_HOME" mvn -B "$@")
}

# build: sets DISTRIBUTION to the unpacked distribution of the present sources
build() {
    local hash
    hash="$(source_hash)"
    DISTRIBUTION="$WORK/distribution/$hash"
    [ ! -f "$DISTRIBUTION/complete" ] || return 0
    setup_build
    mkdir -p "$WORK/distribution" || fail "Cannot write to $WORK: the build is kept there."
    package
    unpack
    forget_old_builds
}

package() {
    local log="$WORK/build.log" line
    progress "Building"
    if ! maven install -DskipTests -pl distribution/assembly -am 2>&1 | tee "$log" \
        | while IFS= read -r line; do
            case "$line" in
                *"] Building Stepwise"*)
                    line="${line#*] Building }"
                    progress "Building ${line%% 0.*}"
                    ;;
            esac
        done; then
        grep -m 20 'ERROR' "$log" >&2 || tail -20 "$log" >&2
        fail "The build failed: the whole output is in $log."
    fi
    clear_progress
}

unpack() {
    local archive
    archive="$(ls "$ROOT"/distribution/assembly/target/stepwise-distribution-*.tar.gz)"
    rm -rf "$DISTRIBUTION"
    mkdir -p "$DISTRIBUTION"
    tar xzf "$archive" -C "$DISTRIBUTION" --strip-components=1
    touch "$DISTRIBUTION/complete"
}

# A server may still run on an older one, so three are kept.
forget_old_builds() {
    local old
    find "$WORK/distribution" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %p\n' | sort -rn | tail -n +4 | cut -d' ' -f2- \
        | while IFS= read -r old; do rm -rf "$old"; done
}

# build_tool NAME: sets TOOL to classes and lib of distribution/NAME, built from the present sources into a place of its
# own, so that no later build changes a jar under it
build_tool() {
    local hash
    TOOL="$WORK/$1/program"
    setup_build
    hash="$(source_hash)"
    [ "$(cat "$TOOL/complete" 2>/dev/null)" != "$hash" ] || return 0
    progress "Building"
    mkdir -p "$TOOL" || fail "Cannot write to $WORK: the build is kept there."
    maven -q install -DskipTests -pl "distribution/$1" -am >"$WORK/build.log" 2>&1 \
        || fail "The build failed: the whole output is in $WORK/build.log."
    rm -rf "$TOOL"
    mkdir -p "$TOOL"
    cp -r "$ROOT/distribution/$1/target/"{classes,lib} "$TOOL/"
    echo "$hash" >"$TOOL/complete"
    clear_progress
}

run_tests() {
    setup_tests
    maven verify -T 1.5C "$@"
}
