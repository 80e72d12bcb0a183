package org.stepwise.itest;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.stepwise.data.Ids;
import org.stepwise.document.Documents;
import org.stepwise.log.Log;
import org.stepwise.module.Modules;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;

/** What no subscription may ask: the clock, chance, who calls, the server it runs on, and services of other modules. */
final class Law6 {
    private static final List<Class<?>> NOBODY = List.of(
            Clock.class,
            Random.class,
            Ids.class,
            Verbs.class,
            Callers.class,
            Log.class,
            Modules.class,
            Companies.class,
            Documents.class);
    private static final Set<String> SYSTEM = Set.of("currentTimeMillis", "nanoTime", "getProperty", "getenv");
    private static final Set<String> CHANCE = Set.of("java.util.UUID.randomUUID", "java.lang.Math.random");

    private Law6() {}

    static boolean forbids(JavaAccess<?> access) {
        if (access instanceof JavaFieldAccess) {
            return false;
        }
        var owner = access.getTargetOwner();
        var name = access.getTarget().getName();
        return NOBODY.stream().anyMatch(owner::isAssignableTo) && !tells(owner, name)
                || owner.getPackageName().equals("java.time") && name.equals("now")
                || owner.isEquivalentTo(System.class) && SYSTEM.contains(name)
                || CHANCE.contains(owner.getName() + "." + name)
                || owner.isEquivalentTo(java.util.Date.class)
                        && name.equals("<init>")
                        && access.getTarget().getFullName().endsWith("()")
                || isServiceOfAnother(owner, access.getOriginOwner());
    }

    /** Of documents, what asks for nobody's company; verbs find those of who calls. */
    private static final Set<String> OF_THE_EVENT = Set.of("folds", "held", "fold", "flush");

    /** What is told asks nothing: which language the lists of a company are in. */
    private static boolean tells(JavaClass owner, String name) {
        return owner.isEquivalentTo(Companies.class) && name.equals("speak")
                || owner.isEquivalentTo(Documents.class) && OF_THE_EVENT.contains(name);
    }

    private static boolean isServiceOfAnother(JavaClass owner, JavaClass asking) {
        var parts = owner.getPackageName().split("\\.");
        return owner.isInterface()
                && parts.length == 3
                && Set.of("masterdata", "crm", "warehouse", "accounting").contains(parts[2])
                && !asking.getPackageName().startsWith(owner.getPackageName());
    }
}
