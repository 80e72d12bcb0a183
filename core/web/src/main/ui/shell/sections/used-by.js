// Where a record is named: the lists that refer to it, with the first rows of each.
import { html, nothing, render } from 'lit';
import { until } from 'lit/directives/until.js';
import { describedList, referenceHref, referenceTitle } from '../../stepwise/references.js';
import { t } from '../../stepwise/text.js';

function link(list, id) {
    return html`<li><a href=${referenceHref(list, id)}>${until(referenceTitle(list, id), '…')}</a></li>`;
}

function use({ list, column, rows, more }) {
    const known = describedList(list);
    const title = known?.columns.find(({ name }) => name === column)?.title ?? column;
    return html`<h3>${known?.title ?? list} · ${title}</h3>
        <ul>
            ${rows.map((id) => link(list, id))}${more ? html`<li>${t('used-by.more')}</li>` : nothing}
        </ul>`;
}

export async function usedBy(element, description, id, { usedBy: uses = [] }) {
    const told = html`<section class="sheet used-by">
        <h2>${t('used-by')}</h2>
        ${uses.map(use)}
    </section>`;
    render(uses.length === 0 ? nothing : told, element);
}
