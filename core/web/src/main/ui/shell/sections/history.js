// Who did what to the row, when and through which door, the newest first.
import { html, nothing, render } from 'lit';
import { join } from 'lit/directives/join.js';
import { api } from '../../stepwise/api.js';
import { display, isNumeric } from '../../stepwise/display.js';
import { describedList } from '../../stepwise/references.js';
import { day, moment, t } from '../../stepwise/text.js';
import { warn } from '../../stepwise/toast.js';

const ENTRIES = 20;

export async function history(element, description, id) {
    const page = await api(`${description.path}/${id}/history?limit=${ENTRIES}`);
    draw(element, { ...page, path: `${description.path}/${id}/history` });
}

function draw(element, shown) {
    const { items, next, whole } = shown;
    const more = () => readOn(element, shown).catch(warn);
    render(
        items.length === 0 && whole
            ? nothing
            : html`<section class="sheet history">
                <h2>${t('history')}</h2>
                <ol>${items.map(entry)}</ol>
                ${next ? html`<ui5-button design="Transparent" @click=${more}>${t('history.more')}</ui5-button>` : nothing}
                ${whole ? nothing : html`<p class="muted">${t('history.gathering')}</p>`}
            </section>`,
        element,
    );
}

async function readOn(element, shown) {
    const page = await api(`${shown.path}?limit=${ENTRIES}&after=${shown.next}`);
    draw(element, { ...page, path: shown.path, items: [...shown.items, ...page.items] });
}

function entry(told) {
    const { title, by, door, follows, at, on, fields } = told;
    const said = fields.filter(isReadable);
    const currency = fields.find(({ name }) => name === 'currency')?.after;
    const how = follows ? t('history.follows') : t(`history.door.${door}`);
    const parts = [by && t('history.by', { by }), how, moment(at), at.startsWith(on) ? null : t('history.on', { day: day(on) })];
    return html`<li>
        <div><strong>${title}</strong> <span class="muted">${parts.filter(Boolean).join(' · ')}</span></div>
        ${said.length > 0 ? html`<dl>${said.map((field) => change(field, currency))}</dl>` : nothing}
    </li>`;
}

/** What refers to a list that is off, or that nobody here may read, says nothing to its reader. */
function isReadable({ type, list }) {
    return type !== 'reference' || Boolean(describedList(list));
}

function change(field, currency) {
    if (field.type === 'lines') {
        return lines(field);
    }
    const now = field.erased ? t('history.erased') : value(field, field.after, currency);
    return html`<div>
        <dt>${field.title}</dt>
        <dd>${field.before === null ? nothing : html`<del>${value(field, field.before, currency)}</del> → `}${now}</dd>
    </div>`;
}

function value(field, said, currency) {
    if (said === null) {
        return t('history.nothing');
    }
    if (!Array.isArray(said)) {
        return display(field, said, { currency });
    }
    const type = field.choices.length > 0 ? 'choice' : field.list ? 'reference' : 'text';
    return join(
        said.map((each) => display({ ...field, type }, each)),
        ', ',
    );
}

function lines({ title, columns, after, count }) {
    const align = (column) => (isNumeric(column) ? 'number' : '');
    const told = columns.filter(isReadable).filter(({ name }) => (after ?? []).some((row) => row[name] !== undefined));
    return html`<details class="lines">
        <summary>${title} (${count})</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${title}>
            <table>
                <thead>
                    <tr>${told.map((column) => html`<th scope="col" class=${align(column)}>${column.title}</th>`)}</tr>
                </thead>
                <tbody>
                    ${(after ?? []).map(
                        (row) => html`<tr>
                            ${told.map(
                                (column) => html`<td class=${align(column)}>${display(column, row[column.name], row)}</td>`,
                            )}
                        </tr>`,
                    )}
                </tbody>
            </table>
        </div>
    </details>`;
}
