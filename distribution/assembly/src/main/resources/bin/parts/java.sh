# Which Java it runs on: 17, and no other.

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
