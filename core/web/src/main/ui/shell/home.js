// The first page: what the modules that are on offer, as tiles.
import { html, nothing, render } from 'lit';
import { api } from '../stepwise/api.js';
import { t } from '../stepwise/text.js';
import { warn } from '../stepwise/toast.js';
import { followState, isUrgent, mayKnow, whatIsTheMatter } from './conditions.js';
import { draftItems } from './drafts.js';
import { groups } from './navigation.js';
import { may } from './session.js';

export function homePage(element, frame) {
    let urgent = [];
    let followed = [];
    let drafts = [];
    const deleted = (item) => {
        drafts = drafts.filter((each) => each !== item);
        draw();
    };
    const draw = () => {
        const own = drafts.length > 0 ? ownDrafts(drafts, deleted) : nothing;
        render(page(frame, urgent, followed, own), element);
    };
    draw();
    if (frame.session.company) {
        api('/api/drafts').then(({ items }) => {
            drafts = items;
            draw();
        }, warn);
    }
    if (may('activity.row.follow')) {
        api('/api/activity/following')
            .then(({ items }) => {
                followed = items;
                draw();
            })
            .catch(warn);
    }
    frame.live.addEventListener('modules', draw);
    const endFollowing = mayKnow()
        ? followState(frame.live, (conditions) => {
              urgent = conditions.filter(isUrgent);
              draw();
          })
        : () => {};
    return () => {
        endFollowing();
        frame.live.removeEventListener('modules', draw);
    };
}

function page(frame, urgent, followed, drafts) {
    const shown = groups(frame.screens.modules(), frame.descriptions);
    return html`<div aria-live="polite">${urgent.length > 0 ? alarm(urgent) : nothing}</div>
        <h1>${t('home.welcome', { name: frame.session.displayName })}</h1>
        ${shown.length === 0 ? empty() : nothing} ${drafts} ${followed.length > 0 ? following(frame, followed) : nothing}
        ${shown.map(
            (module) => html`<section>
                <h2>${module.title}</h2>
                <ul class="tiles">
                    ${module.tiles.map(tile)} ${module.entries.map(tile)}
                </ul>
            </section>`,
        )}`;
}

function ownDrafts(drafts, deleted) {
    return html`<section aria-label=${t('drafts.own')}>
        <h2>${t('drafts.own')}</h2>
        ${draftItems(drafts, deleted)}
    </section>`;
}

/** What one follows: what is new first, each with what happened since one looked. */
function following(frame, followed) {
    const isNew = (each) => each.changed || each.notes > 0 || each.files > 0;
    const sorted = [...followed.filter(isNew), ...followed.filter((each) => !isNew(each))];
    return html`<section aria-label=${t('following')}>
        <h2>${t('following')}</h2>
        <ul class="following">
            ${sorted.map(
                (each) => html`<li>
                    <a href=${`/m/${each.subject.register.replace('.', '/')}/${each.subject.row}`}>${each.title}</a>
                    <span class="muted">${listTitle(frame, each.subject.register)}</span>
                    ${news(each).map((text) => html`<span class="news">${text}</span>`)}
                </li>`,
            )}
        </ul>
    </section>`;
}

function listTitle(frame, register) {
    return frame.descriptions.find(({ name }) => name === register)?.title ?? register;
}

function news({ changed, notes, files }) {
    return [
        changed ? t('following.changed') : null,
        notes > 0 ? t('following.notes', { count: notes }) : null,
        files > 0 ? t('following.files', { count: files }) : null,
    ].filter(Boolean);
}

function alarm(urgent) {
    const design = urgent.some(({ gravity }) => gravity === 'down') ? 'Negative' : 'Critical';
    return html`<ui5-message-strip design=${design} hide-close-button class="strip">
        ${whatIsTheMatter(urgent[0])} <a href="/state">${t('state.see')}</a>
    </ui5-message-strip>`;
}

function empty() {
    const modules = may('erp.module.see') ? html` <a href="/modules">${t('modules')}</a>` : nothing;
    return html`<p>${t('home.empty')}${modules}</p>`;
}

/** A tile is `{ title, path, icon, value, note }`; value may be a promise of a text. */
function tile(each) {
    return html`<li>
        <a class="tile" href=${each.path}>
            <ui5-icon name=${each.icon ?? 'grid'} mode="Decorative"></ui5-icon>
            <span class="tile-title">${each.title}</span>
            ${each.value ? html`<span class="tile-value">${each.value}</span>` : nothing}
            ${each.note ? html`<span class="tile-note">${each.note}</span>` : nothing}
        </a>
    </li>`;
}
