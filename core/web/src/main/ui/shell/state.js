// Whether all is well with the server; if not, what is the matter and what to do about it.
import { html, nothing, render } from 'lit';
import { t } from '../stepwise/text.js';
import { followState, whatIsTheMatter, whatToDo } from './conditions.js';

const DESIGNS = { down: 'Negative', warning: 'Critical' };

export function statePage(element, live) {
    document.title = `${t('state')} – Stepwise`;
    render(page(null, []), element);
    return followState(live, (conditions, parked) => render(page(conditions, parked), element));
}

function page(conditions, parked) {
    return html`<header class="page-head"><h1>${t('state')}</h1></header>
        <div aria-live="polite">
            ${conditions?.length === 0 ? html`<ui5-message-strip design="Positive" hide-close-button>${t('state.well')}</ui5-message-strip>` : nothing}
            ${conditions?.length > 0 ? html`<ul class="conditions">${conditions.map(condition)}</ul>` : nothing}
        </div>
        ${parked.length > 0 ? parkedEvents(parked) : nothing}`;
}

function condition(each) {
    return html`<li class="module">
        <div class="module-head">
            <h2>${whatIsTheMatter(each)}</h2>
            <ui5-tag hide-state-icon design=${DESIGNS[each.gravity] ?? 'Neutral'}>${t(`state.gravity.${each.gravity}`)}</ui5-tag>
        </div>
        ${whatToDo(each) ? html`<p>${whatToDo(each)}</p>` : nothing}
        <p class="module-position">${each.code}${each.wholeServer ? html` · ${t('state.whole-server')}` : nothing}</p>
    </li>`;
}

/** Only an administrator at the console brings them in or leaves them out: the page says with which words. */
function parkedEvents(parked) {
    const [{ subscription, position }] = parked;
    return html`<section class="lines scroll">
        <h2>${t('state.parked')}</h2>
        <p>${t('state.parked.lead')}</p>
        <ul class="console">
            <li><code>erp:log-retry ${subscription} ${position}</code></li>
            <li><code>erp:log-skip --reason "…" ${subscription} ${position}</code></li>
        </ul>
        <table>
            <thead>
                <tr>
                    <th scope="col">${t('state.parked.subscription')}</th>
                    <th scope="col" class="number">${t('state.parked.position')}</th>
                    <th scope="col">${t('state.parked.event')}</th>
                    <th scope="col">${t('state.parked.reason')}</th>
                </tr>
            </thead>
            <tbody>
                ${parked.map(
                    (event) => html`<tr>
                        <td>${event.subscription}</td>
                        <td class="number">${event.position}</td>
                        <td>${event.type}</td>
                        <td>${event.reason}</td>
                    </tr>`,
                )}
            </tbody>
        </table>
    </section>`;
}
