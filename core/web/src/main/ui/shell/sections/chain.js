// The documents that this one came from, and those that it led to, the nearest first.
import { html, nothing, render } from 'lit';
import { api } from '../../stepwise/api.js';
import { referenceHref } from '../../stepwise/references.js';
import { day, money, t } from '../../stepwise/text.js';

export async function chain(element, description, id) {
    const { cameFrom, ledTo, more } = await api(`${description.path}/${id}/chain`);
    render(
        cameFrom.length + ledTo.length === 0
            ? nothing
            : html`<section class="sheet chain">
                ${side(t('chain.came-from'), cameFrom)} ${side(t('chain.led-to'), ledTo)}
                ${more ? html`<p class="muted">${t('chain.more')}</p>` : nothing}
            </section>`,
        element,
    );
}

function side(title, documents) {
    return documents.length === 0
        ? nothing
        : html`<div>
            <h2>${title}</h2>
            <ul>${documents.map(document)}</ul>
        </div>`;
}

function document({ id, list, kind, title, on, amount, currency }) {
    const said = [on && day(on), amount !== null && money(amount, currency ?? undefined)].filter(Boolean);
    return html`<li>
        <a href=${referenceHref(list, id)}>${title ? `${kind} ${title}` : kind}</a>
        <span class="muted">${said.join(' · ')}</span>
    </li>`;
}
