# Talking to people: plain lines to a file, a line that changes in place on a terminal.

say() {
    clear_progress
    printf '%s\n' "$*"
}

fail() {
    clear_progress
    printf 'stepwise: %s\n' "$*" >&2
    exit 1
}

PROGRESS=""
PROGRESS_AT=0

# progress TEXT: what is going on right now; off a terminal, a line that differs in figures only comes every ten seconds
progress() {
    [ "$1" != "$PROGRESS" ] || return 0
    if [ -t 1 ]; then
        printf '\r\033[K%s' "$1"
    elif [ "${1//[0-9]/}" != "${PROGRESS//[0-9]/}" ] || [ $((SECONDS - PROGRESS_AT)) -ge 10 ]; then
        printf '%s\n' "$1"
        PROGRESS_AT=$SECONDS
    else
        return 0
    fi
    PROGRESS="$1"
}

clear_progress() {
    if [ -n "$PROGRESS" ] && [ -t 1 ]; then
        printf '\r\033[K'
    fi
    PROGRESS=""
}
