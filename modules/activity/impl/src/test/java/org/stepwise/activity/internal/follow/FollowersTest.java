package org.stepwise.activity.internal.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.stepwise.activity.Author;
import org.stepwise.activity.Followers;
import org.stepwise.activity.Followers.Followed;
import org.stepwise.activity.Notes;
import org.stepwise.activity.internal.ActivityPermissions;
import org.stepwise.activity.internal.Office;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;

/** Bob follows a customer, and hears what Ada wrote and changed since he looked. */
class FollowersTest {
    private static final long BOB = 2;
    private static final Set<String> FOLLOWER = Set.of("masterdata.party.read", ActivityPermissions.ROW_FOLLOW);

    @OnBothDatabases
    void whoFollowsHearsWhatOthersDidSinceTheRowWasLookedAt(Database.Kind kind) {
        try (var office = Office.on(kind)) {
            var acme = office.party("ACME", false);
            var followers = office.service(Followers.class);
            bob(office, () -> followers.follow(acme));
            bob(office, () -> followers.follow(acme));
            assertThat(office.as(() -> followers.of(acme)))
                    .extracting(Author::id)
                    .containsExactly(new Id(BOB));
            assertThat(news(office)).containsExactly(List.of("ACME & Co", false, 0L));
            office.company().platform().clock().move(Duration.ofMinutes(1));
            office.run(() -> office.service(Notes.class).write(acme, "pays late"));
            office.run(() -> office.service(Parties.class)
                    .change(
                            acme.row(),
                            -1,
                            new NewParty(
                                    "ACME",
                                    "Acme Inc",
                                    true,
                                    false,
                                    false,
                                    false,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null)));
            assertThat(news(office)).containsExactly(List.of("Acme Inc", true, 1L));
            office.company().platform().clock().move(Duration.ofMinutes(1));
            bob(office, () -> followers.look(acme));
            assertThat(news(office)).containsExactly(List.of("Acme Inc", false, 0L));
            bob(office, () -> followers.unfollow(acme));
            bob(office, () -> followers.unfollow(acme));
            assertThat(news(office)).isEmpty();
            assertThat(office.log()).containsOnlyOnce("activity.followed ").containsOnlyOnce("activity.unfollowed ");
        }
    }

    @OnBothDatabases
    void nobodyHearsOfWhatHeMayNotSee(Database.Kind kind) {
        try (var office = Office.on(kind)) {
            var acme = office.party("ACME", false);
            var followers = office.service(Followers.class);
            var blind = Set.of(ActivityPermissions.ROW_FOLLOW);
            var missing = "erp.permission.missing";
            office.refused(missing, as(office, blind, () -> followers.follow(acme)));
            office.refused(missing, as(office, Set.of("masterdata.party.read"), () -> followers.follow(acme)));
            bob(office, () -> followers.follow(acme));
            assertThat(office.as(BOB, blind, followers::following)).isEmpty();
            office.refused(missing, () -> office.as(BOB, blind, () -> followers.of(acme)));
            as(office, blind, () -> followers.unfollow(acme)).get();
            assertThat(office.as(() -> followers.of(acme))).isEmpty();
        }
    }

    @Law({2, 5})
    @OnBothDatabases
    void followersSurviveARebuild(Database.Kind kind) {
        try (var office = Office.on(kind)) {
            var acme = office.party("ACME", false);
            var other = office.party("OTHER", false);
            var followers = office.service(Followers.class);
            bob(office, () -> followers.follow(acme));
            bob(office, () -> followers.follow(other));
            bob(office, () -> followers.unfollow(other));
            office.company().settle();
            var live = office.rows("activity.follower");
            office.rebuild();
            assertThat(office.rows("activity.follower")).isEqualTo(live).hasSize(1);
            assertThat(news(office)).containsExactly(List.of("ACME & Co", false, 0L));
        }
    }

    @OnBothDatabases
    void overRestOneFollowsAndIsToldSo(Database.Kind kind) {
        try (var office = Office.on(kind, FollowersResource.class, FollowingResource.class)) {
            var acme = office.party("ACME", false);
            var path = Office.path(acme, "/followers");
            var follow = office.request(path + "/me").POST(BodyPublishers.noBody());
            assertThat(office.send(follow).statusCode()).isEqualTo(204);
            var shown = office.read(office.send(office.request(path)));
            assertThat(shown.get("following").asBoolean()).isTrue();
            assertThat(shown.get("items").get(0).get("name").asText()).isEqualTo("Ada Lovelace");
            var list = office.read(office.send(office.request("/api/activity/following")));
            assertThat(list.get("items").get(0).get("title").asText()).isEqualTo("ACME & Co");
            var look = office.request(path + "/me/look").POST(BodyPublishers.noBody());
            assertThat(office.send(look).statusCode()).isEqualTo(204);
            assertThat(office.send(office.request(path + "/me").DELETE()).statusCode())
                    .isEqualTo(204);
            assertThat(office.read(office.send(office.request(path))).get("items"))
                    .isEmpty();
        }
    }

    private static void bob(Office office, Runnable verb) {
        as(office, FOLLOWER, verb).get();
    }

    private static Supplier<Object> as(Office office, Set<String> permissions, Runnable verb) {
        return () -> office.as(BOB, permissions, () -> {
            verb.run();
            return null;
        });
    }

    /** Title, whether it changed, new notes. */
    private static List<List<Object>> news(Office office) {
        return office.as(BOB, FOLLOWER, () -> office.service(Followers.class).following()).stream()
                .map(FollowersTest::told)
                .toList();
    }

    private static List<Object> told(Followed row) {
        return List.of(row.title(), row.changed(), row.notes());
    }
}
