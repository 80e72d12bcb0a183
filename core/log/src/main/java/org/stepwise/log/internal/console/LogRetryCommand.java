package org.stepwise.log.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.data.Id;

@Service
@Command(scope = "erp", name = "log-retry", description = "Delivers a parked event again, with those it held back")
@Parsing(OptionsAnywhere.class)
public final class LogRetryCommand extends LogCommand {
    @Argument(index = 0, name = "subscription", required = true, description = "Such as warehouse.valuation")
    @Completion(SubscriptionCompleter.class)
    String subscription;

    @Argument(index = 1, name = "position", required = true, description = "The event's place in the log")
    @Completion(ParkedCompleter.class)
    long position;

    @Override
    protected void run(Id of) {
        deliveries.retry(of, subscription, position);
        say(subscription + " has taken in the event at " + position);
    }
}
