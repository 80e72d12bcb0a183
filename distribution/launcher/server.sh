# Starting, watching and stopping the server.

# reachable ADDRESS PORT: somebody listens there
reachable() {
    (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null
}

# local_address ADDRESS: where a client on this machine finds it
local_address() {
    case "$1" in
        0.0.0.0 | ::) echo 127.0.0.1 ;;
        *) echo "$1" ;;
    esac
}

# answer ADDRESS PORT: what GET /health is answered, with its headers; empty while nobody answers
answer() {
    (
        exec 3<>"/dev/tcp/$(local_address "$1")/$2" || exit 0
        printf 'GET /health HTTP/1.0\r\nHost: %s:%s\r\n\r\n' "$1" "$2" >&3
        timeout 10 cat <&3 | tr -d '\r'
    ) 2>/dev/null
}

# health ADDRESS PORT: the body of that answer
health() {
    answer "$1" "$2" | sed '1,/^$/d'
}

# field NAME JSON: the text of one string field
field() {
    sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" <<<"$2" | head -1
}

free_port() {
    local port="$1"
    while reachable 127.0.0.1 "$port"; do port=$((port + 1)); done
    echo "$port"
}

# console_port: beside the HTTP port, so that servers that start at the same moment do not choose the same
console_port() {
    local port=$((HTTP_PORT - 80))
    [ "$port" -ge 1024 ] || port=8101
    free_port "$port"
}

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
    furnish
    rm -f "$HOME_DIR/run/stopping"
    start
    trap 'kill "$SERVER" 2>/dev/null || true; wait "$SERVER" 2>/dev/null || true; exit 130' INT TERM
    wait_until_ready
    welcome
    if [ "$BACKGROUND" = false ]; then
        say "Ctrl-C stops it."
        wait "$SERVER" || true
        rm -f "$HOME_DIR/run/pid"
    fi
}

start() {
    local settings="stepwise.http.port = $HTTP_PORT
stepwise.http.address = $HTTP_ADDRESS
stepwise.console.port = $(console_port)"
    [ ! -e "$HOME_DIR/run/demo" ] || settings="$settings
stepwise.demo = $(get run/demo)
stepwise.company.name = Northwind Traders
stepwise.company.currency = USD
stepwise.company.zone = America/Los_Angeles
stepwise.company.founded = 1996-07-03"
    put etc/custom.system.properties "$settings"
    # A start that was cut short leaves a cache in which bundles are missing, and the next would wait for them for ever.
    [ -e "$HOME_DIR/data/complete" ] || rm -rf "$HOME_DIR/data/cache"
    rm -f "$HOME_DIR/data/complete"
    mend_cache
    progress "Starting"
    (
        karaf_environment
        export KARAF_EXEC=exec CHECK_ROOT_INSTANCE_RUNNING=false KARAF_NOROOT=
        umask 077
        cd "$HOME_DIR"
        exec setsid nohup "$DISTRIBUTION/bin/karaf" server
    ) >"$HOME_DIR/log/start.log" 2>&1 </dev/null &
    SERVER=$!
    put run/pid "$SERVER"
    put run/address "$HTTP_ADDRESS $HTTP_PORT"
}

# Karaf writes these in place: cut short, they would keep its features from every later start. The regions are all one,
# and made anew without their file; what is installed is not.
mend_cache() {
    local torn
    torn="$(cut_short "$HOME_DIR"/data/cache/bundle*/data/digraph.json)"
    [ -z "$torn" ] || rm -f "$torn"
    torn="$(cut_short "$HOME_DIR"/data/cache/bundle*/data/state.json)"
    [ -z "$torn" ] || rm -rf "$HOME_DIR/data/cache"
}

# cut_short FILE: its name, if it is there and does not end as JSON does
cut_short() {
    [ ! -f "$1" ] || [ "$(tail -c 1 "$1")" = "}" ] || echo "$1"
}

karaf_environment() {
    export KARAF_BASE="$HOME_DIR" KARAF_DATA="$HOME_DIR/data" KARAF_ETC="$HOME_DIR/etc" KARAF_LOG="$HOME_DIR/log"
    export JAVA_HOME
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
        rm -f "$HOME_DIR/run/one-time-password"
    fi
}

# The lock may be held by a launcher that is still building, which has written no pid yet.
server_pid() {
    local pid
    pid="$(get run/pid)"
    if [ -n "$pid" ] && tr '\0' '\n' <"/proc/$pid/cmdline" 2>/dev/null | grep -qxF -e "-Dkaraf.base=$HOME_DIR"; then
        echo "$pid"
    fi
}

stop() {
    if ! running; then
        say "No Stepwise runs on the home $HOME_DIR."
        return 0
    fi
    local pid tries=0
    pid="$(server_pid)"
    [ -n "$pid" ] || fail "The home $HOME_DIR is held by a start that has not got far enough to be stopped: try again."
    progress "Stopping"
    kill "$pid"
    while [ -e "/proc/$pid" ]; do
        tries=$((tries + 1))
        [ "$tries" -le 300 ] || fail "The server (process $pid) did not stop within a minute: see $HOME_DIR/log/karaf.log."
        sleep 0.2
    done
    rm -f "$HOME_DIR/run/pid"
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
    say "home $HOME_DIR, process $(server_pid), since $(date -r "$HOME_DIR/run/pid" '+%Y-%m-%d %H:%M')"
}
