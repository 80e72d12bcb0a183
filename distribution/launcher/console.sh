# The console: SSH on loopback, with the password that only the owner of the home can read.

console() {
    need_running
    need_java java || fail "The console needs Java 17, and none was found: install one and set JAVA_HOME to it."
    "$(get etc/distribution)/bin/stepwise-console" "$HOME_DIR" "$@"
}

token() {
    console erp:token-create
}
