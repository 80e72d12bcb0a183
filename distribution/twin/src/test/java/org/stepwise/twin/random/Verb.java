package org.stepwise.twin.random;

import java.util.function.BiConsumer;

/** What can be done in a company, and how often it is drawn. */
enum Verb {
    ORDER(14, (life, act) -> life.sales().order(act)),
    DRAFT(4, (life, act) -> life.sales().draft(act)),
    CHANGE(3, (life, act) -> life.sales().change(act)),
    HOLD(4, (life, act) -> life.sales().hold(act)),
    CONFIRM(4, (life, act) -> life.sales().confirm(act)),
    CANCEL(3, (life, act) -> life.sales().cancel(act)),
    INVOICE(12, (life, act) -> life.sales().invoice(act)),
    CREDIT(6, (life, act) -> life.sales().credit(act)),
    PAY(8, (life, act) -> life.sales().pay(act)),
    DELIVER(10, (life, act) -> life.goods().deliver(act)),
    DELIVER_PART(8, (life, act) -> life.goods().deliverPart(act)),
    PLAN(3, (life, act) -> life.goods().plan(act)),
    CHANGE_PLAN(2, (life, act) -> life.goods().changePlan(act)),
    POST(4, (life, act) -> life.goods().post(act)),
    TAKE_BACK(9, (life, act) -> life.goods().takeBack(act)),
    RECEIVE(12, (life, act) -> life.goods().receive(act)),
    OPEN_STOCK(2, (life, act) -> life.goods().open(act)),
    SET_VALUATION(3, (life, act) -> life.goods().setValuation(act)),
    SET_PRICE(3, (life, act) -> life.masterData().setPrice(act)),
    SET_TAX(2, (life, act) -> life.masterData().setTax(act)),
    WITHDRAW_VALUATION(1, (life, act) -> life.goods().withdrawValuation(act)),
    WITHDRAW_PRICE(1, (life, act) -> life.masterData().withdrawPrice(act)),
    WITHDRAW_TAX(1, (life, act) -> life.masterData().withdrawTax(act)),
    WITHDRAW_POSTING_RULE(1, (life, act) -> life.books().withdrawPostingRule(act)),
    CHANGE_PARTY(2, (life, act) -> life.masterData().changeParty(act)),
    ERASE(1, (life, act) -> life.masterData().erase(act)),
    JOURNAL(4, (life, act) -> life.books().enter(act)),
    CLOSE(3, (life, act) -> life.books().close(act)),
    REOPEN(2, (life, act) -> life.books().reopen(act)),
    POSTING_RULE(3, (life, act) -> life.books().setPostingRule(act)),
    DAYS_PASS(7, (life, act) -> life.pass(act)),
    SWITCH_WAREHOUSE(8, (life, act) -> life.flip("warehouse")),
    SWITCH_ACCOUNTING(8, (life, act) -> life.flip("accounting")),
    REBUILD(2, (life, act) -> life.rebuild(act));

    private final int weight;
    private final BiConsumer<Life, Act> deed;

    Verb(int weight, BiConsumer<Life, Act> deed) {
        this.weight = weight;
        this.deed = deed;
    }

    int weight() {
        return weight;
    }

    void act(Life life, Act act) {
        deed.accept(life, act);
    }
}
