# Asking a server how it is, and finding ports.

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

# conditions JSON: what is the matter, each as CODE (GRAVITY) on a line of its own
conditions() {
    grep -o '"code" *: *"[^"]*" *, *"gravity" *: *"[^"]*"' <<<"$1" | cut -d '"' -f 4,8 | sed 's/"\(.*\)/ (\1)/' || true
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
