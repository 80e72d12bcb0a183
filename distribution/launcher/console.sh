# The console: SSH on loopback, with the password that only the owner of the home can read.

# client [ARG...]: Karaf's client, which finds user and password in the home's etc/
client() {
    need_running
    need_java java || fail "The console needs Java 17, and none was found: install one and set JAVA_HOME to it."
    local port
    port="$(sed -n 's/^stepwise.console.port *= *//p' "$HOME_DIR/etc/custom.system.properties")"
    (karaf_environment && "$(get etc/distribution)/bin/client" -a "$port" -h 127.0.0.1 "$@")
}

# A command goes in by standard input: the client then waits for its answer and ends with its exit code.
console() {
    if [ $# -eq 0 ]; then
        client
    else
        printf '%s\n' "$*" | client -b
    fi
}

token() {
    console erp:token-create
}
