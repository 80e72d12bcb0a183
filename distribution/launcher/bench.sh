# The benchmark.

# bench [ARG...]: ./stepwise bench --help tells which
bench() {
    setup_postgres
    build_tool bench
    exec "$JAVA_HOME/bin/java" -cp "$TOOL/classes:$TOOL/lib/*" org.stepwise.bench.Main "$@"
}
