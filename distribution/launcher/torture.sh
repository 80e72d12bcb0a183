# The torture: breaks servers of its own, on homes of their own, and looks what is lost.

# torture [ARG...]: ./stepwise torture --help tells which
torture() {
    if [ "${1:-}" = random ]; then
        shift
        random_histories "$@"
        return
    fi
    setup_tests
    build_tool torture
    exec "$JAVA_HOME/bin/java" -Dkaraf.data="$WORK/torture/home" \
        -Dderby.stream.error.file="$WORK/torture/derby.log" \
        -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.log.io.zonky=off \
        -cp "$TOOL/classes:$TOOL/lib/*" org.stepwise.torture.Main --folder "$WORK/torture/homes" "$@"
}

# random_histories [--times N] [--seed S] [--database derby|postgres|both]: in one process, so it is a test at length
random_histories() {
    local histories=10000 seed="$RANDOM" database=""
    while [ $# -gt 0 ]; do
        [ -n "${2:-}" ] || fail "$1 needs a value: ./stepwise torture --help tells which."
        case "$1" in
            --times) histories="$2" ;;
            --seed) seed="$2" ;;
            --database) database="$2" ;;
            *) fail "torture random takes --times, --seed and --database, not \"$1\"." ;;
        esac
        shift 2
    done
    case "$database" in
        both) database="" ;;
        postgres) database=postgresql ;;
    esac
    say "random: $histories histories, seed $seed"
    setup_tests
    maven -q verify -Dtest=RandomHistoriesTest -Dsurefire.failIfNoSpecifiedTests=false -pl distribution/twin -am \
        -DargLine= -Dstepwise.random.histories="$histories" -Dstepwise.random.seed="$seed" -Dstepwise.test.database="$database"
}
