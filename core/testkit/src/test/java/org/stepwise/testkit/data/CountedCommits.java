package org.stepwise.testkit.data;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.ops4j.pax.transx.tm.NamedResource;
import org.ops4j.pax.transx.tm.ResourceFactory;
import org.ops4j.pax.transx.tm.Status;
import org.ops4j.pax.transx.tm.Transaction;
import org.ops4j.pax.transx.tm.TransactionManager;

/** The real transaction manager, with an ear on what it says to the connections. */
final class CountedCommits implements TransactionManager {
    private final TransactionManager real;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Set<Object> connections = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<NamedResource, NamedResource> ears = new IdentityHashMap<>();

    CountedCommits(TransactionManager real) {
        this.real = real;
    }

    void forget() {
        heard.clear();
        connections.clear();
    }

    /** Of prepare, commit and rollback. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    int connections() {
        return connections.size();
    }

    private synchronized NamedResource eared(NamedResource resource) {
        connections.add(resource);
        return ears.computeIfAbsent(resource, this::ear);
    }

    private NamedResource ear(NamedResource resource) {
        return (NamedResource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {NamedResource.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "prepare", "rollback" -> heard.add(method.getName());
                        case "commit" -> heard.add((boolean) arguments[1] ? "commit in one phase" : "commit in two");
                        case "isSameRM" -> {
                            return proxy == arguments[0];
                        }
                        default -> {}
                    }
                    try {
                        return method.invoke(resource, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    @Override
    public boolean isLastResourceCommitSupported() {
        return real.isLastResourceCommitSupported();
    }

    @Override
    public Transaction getTransaction() {
        var running = real.getTransaction();
        return running == null ? null : new Counted(running);
    }

    @Override
    public Transaction begin() throws Exception {
        return new Counted(real.begin());
    }

    @Override
    public void registerResource(ResourceFactory resource) {
        real.registerResource(resource);
    }

    @Override
    public void unregisterResource(String name) {
        real.unregisterResource(name);
    }

    @Override
    public ResourceFactory getResource(String name) {
        return real.getResource(name);
    }

    private final class Counted implements Transaction {
        private final Transaction running;

        private Counted(Transaction running) {
            this.running = running;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Counted counted && counted.running.equals(running);
        }

        @Override
        public int hashCode() {
            return running.hashCode();
        }

        @Override
        public boolean isActive() {
            return running.isActive();
        }

        @Override
        public Status getStatus() {
            return running.getStatus();
        }

        @Override
        public void commit() throws Exception {
            running.commit();
        }

        @Override
        public void rollback() throws Exception {
            running.rollback();
        }

        @Override
        public void setRollbackOnly() throws Exception {
            running.setRollbackOnly();
        }

        @Override
        public void suspend() throws Exception {
            running.suspend();
        }

        @Override
        public void resume() throws Exception {
            running.resume();
        }

        @Override
        public void enlistResource(NamedResource resource) throws Exception {
            running.enlistResource(eared(resource));
        }

        @Override
        public void delistResource(NamedResource resource, int flag) throws Exception {
            running.delistResource(eared(resource), flag);
        }

        @Override
        public void synchronization(Runnable before, Consumer<Status> after) {
            running.synchronization(before, after);
        }
    }
}
