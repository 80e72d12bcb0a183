# The home: data, configuration and log of one company's server, apart from the distribution.
#   db/ the database   etc/ configuration   log/   data/ caches, may be deleted   run/ the running process

# open_home: makes the home and holds its lock; the server inherits the lock and keeps it as long as it lives
open_home() {
    (umask 077 && mkdir -p "$HOME_DIR"/{etc,log,data/tmp,run}) 2>/dev/null \
        || fail "Cannot write to the home $HOME_DIR: choose another with --home DIR."
    holds_home || { [ -w "$HOME_DIR" ] && exec 9>>"$HOME_DIR/run/lock"; } 2>/dev/null \
        || fail "Cannot write to the home $HOME_DIR: choose another with --home DIR."
    flock -n 9 || fail "Stepwise already runs on the home $HOME_DIR: use it, stop it, or choose another with --home DIR."
}

# holds_home: whoever started this process has opened it already
holds_home() {
    [ "/proc/$$/fd/9" -ef "$HOME_DIR/run/lock" ]
}

running() {
    [ -e "$HOME_DIR/run/lock" ] && ! (exec 9>>"$HOME_DIR/run/lock" && flock -n 9) 2>/dev/null
}

need_running() {
    running || fail "No Stepwise runs on the home $HOME_DIR: start it first."
}

# server_pid: the process of the server itself, while there is one
server_pid() {
    process_of run/pid "-Dkaraf.base=$HOME_DIR"
}

# watcher_pid: the process that started the server, waits for it, and may start it again
watcher_pid() {
    process_of run/watcher "$HOME_DIR"
}

# process_of FILE ARGUMENT: the process whose number is written there; whoever else has its number by now is not it
process_of() {
    local pid
    pid="$(get "$1")"
    if [ -n "$pid" ] && tr '\0' '\n' 2>/dev/null <"/proc/$pid/cmdline" | grep -qxF -e "$2"; then
        echo "$pid"
    fi
}

# put FILE TEXT: writes a file of the home that only its owner may read
put() {
    (umask 077 && printf '%s\n' "$2" >"$HOME_DIR/$1.new" && mv "$HOME_DIR/$1.new" "$HOME_DIR/$1")
}

get() {
    cat "$HOME_DIR/$1" 2>/dev/null || true
}

fresh() {
    [ ! -e "$HOME_DIR/db" ] && [ ! -e "$HOME_DIR/etc/distribution" ]
}

# furnish: brings etc/ up to the distribution; what people edit stays, what belongs to the distribution is replaced
furnish() {
    local file name former identity
    former="$(get etc/distribution)"
    identity="$(cat "$DISTRIBUTION"/bom.json "$DISTRIBUTION"/etc/*.* | sha256sum | cut -c1-64)"
    if [ "$former" != "$DISTRIBUTION" ] || [ "$(get etc/distribution.sha256)" != "$identity" ]; then
        rm -rf "$HOME_DIR/data/cache"
        for file in "$DISTRIBUTION"/etc/*; do
            name="$(basename "$file")"
            case "$name" in
                org.stepwise.*.cfg) [ -e "$HOME_DIR/etc/$name" ] || cp "$file" "$HOME_DIR/etc/" ;;
                users.properties | keys.properties) ;;
                *) cp -r "$file" "$HOME_DIR/etc/" ;;
            esac
        done
        put etc/distribution "$DISTRIBUTION"
        put etc/distribution.sha256 "$identity"
    fi
    [ -e "$HOME_DIR/etc/users.properties" ] || furnish_console_user
}

# The console's only user is whoever can read the home: a random password, never shown.
furnish_console_user() {
    local secret
    secret="$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"
    put etc/users.properties "stepwise = $secret,_g_:admingroup
_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh"
    put etc/keys.properties ""
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
