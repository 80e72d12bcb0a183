package org.stepwise.log.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.data.Id;

@Service
@Command(scope = "erp", name = "log-skip", description = "Leaves a parked event out, now and in every replay")
@Parsing(OptionsAnywhere.class)
public final class LogSkipCommand extends LogCommand {
    @Argument(index = 0, name = "subscription", required = true, description = "Such as warehouse.valuation")
    @Completion(SubscriptionCompleter.class)
    String subscription;

    @Argument(index = 1, name = "position", required = true, description = "The event's place in the log")
    @Completion(ParkedCompleter.class)
    long position;

    @Option(name = "--reason", required = true, description = "Why; it is recorded as a fact")
    String reason;

    @Override
    protected void run(Id of) {
        deliveries.skip(of, subscription, position, reason);
        say(subscription + " leaves out the event at " + position);
    }
}
