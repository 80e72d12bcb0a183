package org.stepwise.itest;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.stepwise.document.DocumentProjection;
import org.stepwise.log.Subscription;

/**
 * All code that a subscription may run: what its {@code define} calls, in lambdas too, and what that calls, through
 * every class of its module. What a class reached offers to the platform or the JDK (a {@code write} called at the end
 * of the transaction, a comparator) is run by them and counts as well.
 */
final class Reach {
    private static final String ROOT = "org.stepwise.";

    private final JavaClass subscription;
    private final List<JavaClass> module;
    private final Map<JavaCodeUnit, JavaCodeUnit> cameBy = new LinkedHashMap<>();
    private final Deque<JavaCodeUnit> open = new ArrayDeque<>();
    private final TreeSet<String> opened = new TreeSet<>();

    private Reach(JavaClasses classes, JavaClass subscription) {
        this.subscription = subscription;
        this.module = classes.stream()
                .filter(each -> home(each).equals(home(subscription)))
                .toList();
    }

    static List<JavaClass> subscriptions(JavaClasses classes) {
        return classes.stream()
                .filter(each -> each.isAssignableTo(Subscription.class) && !each.isInterface())
                .toList();
    }

    /** Calls of what is forbidden, each with the way to it. */
    static List<String> calls(JavaClasses classes, JavaClass subscription, Predicate<JavaAccess<?>> forbidden) {
        return new Reach(classes, subscription).calls(forbidden);
    }

    private List<String> calls(Predicate<JavaAccess<?>> forbidden) {
        subscription.getAllMethods().stream()
                .filter(method -> method.getName().equals("define"))
                .forEach(define -> visit(define, null));
        if (subscription.isAssignableTo(DocumentProjection.class)) {
            // Its folds are given to the class above, which defines them.
            subscription.getConstructors().forEach(constructor -> visit(constructor, null));
        }
        var found = new ArrayList<String>();
        while (!open.isEmpty()) {
            var unit = open.remove();
            for (var access : unit.getAccessesFromSelf()) {
                if (forbidden.test(access)) {
                    found.add(way(unit) + " → " + access.getTarget().getFullName());
                } else {
                    follow(access, unit);
                }
            }
        }
        return found;
    }

    private void follow(JavaAccess<?> access, JavaCodeUnit from) {
        var owner = access.getTargetOwner();
        if (!owner.getName().startsWith(ROOT)) {
            return;
        }
        reached(owner, from);
        access.getTarget().resolveMember().ifPresent(member -> {
            if (member instanceof JavaCodeUnit unit) {
                visit(unit, from);
                overriding(unit).forEach(other -> visit(other, from));
            }
        });
    }

    /** What the platform or the JDK may call back. */
    private void reached(JavaClass type, JavaCodeUnit from) {
        if (home(type).equals(home(subscription)) && !isVerb(type) && opened.add(type.getName())) {
            type.getMethods().stream()
                    .filter(method -> method.getName().equals("<clinit>") || isCalledBack(type, method))
                    .forEach(method -> visit(method, from));
            type.getStaticInitializer().ifPresent(initializer -> visit(initializer, from));
        }
    }

    /** A component offers its services to verbs; what a subscription uses of it is followed by its calls. */
    private static boolean isVerb(JavaClass type) {
        return type.getInterfaces().stream()
                .anyMatch(each -> each.toErasure().getPackageName().matches("org\\.stepwise\\.[a-z]+")
                        && !each.toErasure().getPackageName().matches("org\\.stepwise\\.(data|log)"));
    }

    private static boolean isCalledBack(JavaClass type, JavaMethod method) {
        return type.getAllRawInterfaces().stream()
                .filter(each -> !home(each).equals(home(type)))
                .anyMatch(each -> each.getMethods().stream()
                        .anyMatch(declared -> declared.getName().equals(method.getName())
                                && declared.getRawParameterTypes().size()
                                        == method.getRawParameterTypes().size()));
    }

    private List<JavaMethod> overriding(JavaCodeUnit unit) {
        return module.stream()
                .filter(each -> !each.equals(unit.getOwner())
                        && each.isAssignableTo(unit.getOwner().getName()))
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.getName().equals(unit.getName())
                        && method.getRawParameterTypes().size()
                                == unit.getRawParameterTypes().size())
                .toList();
    }

    private void visit(JavaCodeUnit unit, JavaCodeUnit from) {
        if (!cameBy.containsKey(unit)) {
            cameBy.put(unit, from);
            open.add(unit);
        }
    }

    private String way(JavaCodeUnit unit) {
        var names = new ArrayList<String>();
        for (var each = unit; each != null; each = cameBy.get(each)) {
            names.add(0, each.getOwner().getSimpleName() + "." + each.getName());
        }
        return String.join(" → ", names);
    }

    /** The bundle, by its root package. */
    private static String home(JavaClass type) {
        var parts = type.getPackageName().split("\\.");
        return parts.length < 3 ? type.getPackageName() : parts[0] + "." + parts[1] + "." + parts[2];
    }
}
