# Starting, watching and stopping the server.

run() {
    open_home
    if reachable "$(local_address "$HTTP_ADDRESS")" "$HTTP_PORT"; then
        fail "Port $HTTP_PORT on $HTTP_ADDRESS is taken by another program: choose another with --port N."
    fi
    if [ "$DEMO" = true ]; then
        if fresh; then
            put run/demo northwind
        elif [ ! -e "$HOME_DIR/run/demo" ] && [ ! -e "$HOME_DIR/etc/demo" ]; then
            fail "The home $HOME_DIR has data already and --demo fills only a fresh one: choose another with --home DIR."
        fi
    fi
    build
    need_java java || fail "Stepwise runs on Java 17, and none was found: install one and set JAVA_HOME to it."
    start
    trap 'kill "$SERVER" 2>/dev/null || true; wait "$SERVER" 2>/dev/null || true; exit 130' INT TERM
    wait_until_ready
    welcome
    troubles "$(health "$HTTP_ADDRESS" "$HTTP_PORT")"
    if [ "$BACKGROUND" = false ]; then
        say "Ctrl-C stops it."
        wait "$SERVER" || ended $?
    fi
}

# ended CODE: that it was asked to end is no failure
ended() {
    case "$1" in
        130 | 143) ;;
        *) exit "$1" ;;
    esac
}

# The server starts again by itself when it died; in the foreground, fd 8 tells about it where it was started from.
start() {
    if [ "$BACKGROUND" = true ]; then exec 8>/dev/null; else exec 8>&1; fi
    progress "Starting"
    setsid "$DISTRIBUTION/bin/stepwise-server" --restart --port "$HTTP_PORT" --address "$HTTP_ADDRESS" "$HOME_DIR" \
        >"$HOME_DIR/log/start.log" 2>&1 </dev/null &
    SERVER=$!
    exec 8>&-
}

# give_up TEXT: a server that cannot be used is not left behind
give_up() {
    kill "$SERVER" 2>/dev/null || true
    wait "$SERVER" 2>/dev/null || true
    fail "$1"
}

# answered_instead: what a server says that does not say how it is
answered_instead() {
    if reachable "$(local_address "$HTTP_ADDRESS")" "$HTTP_PORT"; then
        answer "$HTTP_ADDRESS" "$HTTP_PORT" | head -1 | grep . || echo "nothing, though port $HTTP_PORT is open"
    else
        echo "nothing: port $HTTP_PORT is closed"
    fi
}

STILL=""
STILL_SINCE=0

# still TEXT: as progress, and once it has been the same for a minute, for how long and where more is told
still() {
    if [ "$1" != "$STILL" ]; then
        STILL="$1"
        STILL_SINCE=$SECONDS
    fi
    local minutes=$(((SECONDS - STILL_SINCE) / 60))
    if [ "$minutes" -gt 0 ]; then
        progress "$1, for $minutes min now: see $HOME_DIR/log/karaf.log"
    else
        progress "$1"
    fi
}

# The import of the demo may take minutes: what counts is that the server lives and goes on telling how far it is.
wait_until_ready() {
    local body="" silent=0 state=""
    while [ "$state" != ready ]; do
        kill -0 "$SERVER" 2>/dev/null || fail "The server ended while starting: see $HOME_DIR/log/karaf.log."
        body="$(health "$HTTP_ADDRESS" "$HTTP_PORT")"
        state="$(field status "$body")"
        if [ -n "$state" ]; then
            silent=0
            case "$state $(field progress "$body")" in
                ready*) ;;
                *failed*) give_up "$(field progress "$body"): see $HOME_DIR/log/karaf.log." ;;
                failing*) still "Cannot work yet, $(conditions "$body" | grep -F '(down)' | paste -sd ' '): see docs/operations.md" ;;
                *) still "$(field progress "$body" | grep . || echo "${state^}")" ;;
            esac
        else
            silent=$((silent + 1))
            if [ "$silent" -gt 400 ]; then
                give_up "The server did not say within two minutes how it is, but $(answered_instead): see $HOME_DIR/log/karaf.log."
            fi
        fi
        [ "$state" = ready ] || sleep 0.3
    done
    touch "$HOME_DIR/data/complete"
    if [ -e "$HOME_DIR/run/demo" ]; then
        mv "$HOME_DIR/run/demo" "$HOME_DIR/etc/demo"
    fi
}

welcome() {
    say "Stepwise runs at http://$(local_address "$HTTP_ADDRESS"):$HTTP_PORT"
    if [ -e "$HOME_DIR/run/one-time-password" ]; then
        say "Log in as admin with the one-time password: $(get run/one-time-password)"
        say "It opens one session, in which you choose your own. Should that be lost: ./stepwise console erp:user-password admin"
        rm -f "$HOME_DIR/run/one-time-password"
    fi
}

# troubles JSON: it runs, but a module did not start, or something else is the matter. What it is and why is asked for at
# the console: /health answers strangers, and names codes alone.
troubles() {
    local codes told
    codes="$(conditions "$1")"
    [ -n "$codes" ] || return 0
    told="$("$DISTRIBUTION/bin/stepwise-console" "$HOME_DIR" erp:status 2>/dev/null | sed '/^[[:space:]]*$/,$d' || true)"
    say "Not all is well:"
    say "${told:-$codes}"
    say "See ./stepwise console erp:status, log/karaf.log in the home, and docs/operations.md."
}

# The lock may be held by a launcher that is still building, which has written neither.
stop() {
    if ! running; then
        say "No Stepwise runs on the home $HOME_DIR."
        return 0
    fi
    local pid tries=0
    pid="$(watcher_pid | grep . || server_pid)"
    [ -n "$pid" ] || fail "The home $HOME_DIR is held by a start that has not got far enough to be stopped: try again."
    progress "Stopping"
    kill "$pid"
    while running; do
        tries=$((tries + 1))
        [ "$tries" -le 300 ] || fail "The server (process $(server_pid)) did not stop within a minute: see $HOME_DIR/log/karaf.log."
        sleep 0.2
    done
    say "Stopped."
}

status() {
    if ! running; then
        say "not running (home $HOME_DIR)"
        exit 3
    fi
    local address port body
    read -r address port <<<"$(get run/address)"
    body="$(health "$address" "$port")"
    say "$(field status "$body" | grep . || echo starting) at http://$(local_address "$address"):$port"
    conditions "$body"
    say "home $HOME_DIR, process $(server_pid), since $(date -r "$HOME_DIR/run/pid" '+%Y-%m-%d %H:%M')"
}
