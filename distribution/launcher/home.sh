# The home: data, configuration and log of one company's server, apart from the distribution.
#   db/ the database   etc/ configuration   log/   data/ caches, may be deleted   run/ the running process

# open_home: makes the home and holds its lock; the server inherits the lock and keeps it as long as it lives
open_home() {
    (umask 077 && mkdir -p "$HOME_DIR"/{etc,log,data/tmp,run}) 2>/dev/null \
        || fail "Cannot write to the home $HOME_DIR: choose another with --home DIR."
    { [ -w "$HOME_DIR" ] && exec 9>>"$HOME_DIR/run/lock"; } 2>/dev/null \
        || fail "Cannot write to the home $HOME_DIR: choose another with --home DIR."
    flock -n 9 || fail "Stepwise already runs on the home $HOME_DIR: use it, stop it, or choose another with --home DIR."
}

running() {
    [ -e "$HOME_DIR/run/lock" ] && ! (exec 9>>"$HOME_DIR/run/lock" && flock -n 9) 2>/dev/null
}

need_running() {
    running || fail "No Stepwise runs on the home $HOME_DIR: start it with ./stepwise run."
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
    local file name
    if [ "$(get etc/distribution)" != "$DISTRIBUTION" ]; then
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
