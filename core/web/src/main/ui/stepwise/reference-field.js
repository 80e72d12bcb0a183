// The input of a reference: a combo box that asks the server while the person types.
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { referenceTitle, suggestions } from './references.js';
import { t } from './text.js';

/** What a combo box knows besides its text: the id of each title seen, the id shown, the question under way. */
const states = new WeakMap();

function stateOf(box) {
    if (!states.has(box)) {
        states.set(box, { ids: new Map(), shown: null, asking: null });
    }
    return states.get(box);
}

/** An older answer never overtakes a newer one. */
async function suggest(box, field, typed) {
    const state = stateOf(box);
    state.asking?.abort();
    const asking = new AbortController();
    state.asking = asking;
    try {
        const found = await suggestions(field.list, typed, asking.signal);
        found.forEach(({ id, title }) => state.ids.set(title, id));
        const item = (title) => Object.assign(document.createElement('ui5-cb-item'), { text: title });
        box.querySelectorAll('ui5-cb-item').forEach((old) => old.remove());
        box.append(...found.map(({ title }) => item(title)));
    } catch {
        // No suggestions, then: the text typed so far is refused by `pick` and the person is told.
    }
}

/** Shows the title of the value the form has; leaves the box alone while it already shows it. */
async function showValue(box, field, value) {
    const state = stateOf(box);
    if (state.shown === (value ?? null)) {
        return;
    }
    state.shown = value ?? null;
    const id = typeof value === 'object' ? value?.id : value;
    const title = id ? await referenceTitle(field.list, id) : '';
    if (state.shown === (value ?? null)) {
        state.ids.set(title, id);
        box.value = title;
    }
}

export function referenceField({ id, field, value, error, changed }) {
    const opened = ({ currentTarget }) => {
        if (!currentTarget.querySelector('ui5-cb-item')) {
            suggest(currentTarget, field, '');
        }
    };
    const picked = ({ target }) => {
        const state = stateOf(target);
        const found = state.ids.get(target.value) ?? null;
        state.shown = found;
        changed(found, target.value && !found ? t('field.pick-one') : null);
    };
    return html`<ui5-combobox id=${id} accessible-name=${field.title} filter="None" no-typeahead
        value-state=${error ? 'Negative' : 'None'} ?required=${field.required}
        ${ref((box) => box && showValue(box, field, value))}
        @focusin=${opened} @input=${(event) => suggest(event.target, field, event.target.value)}
        @change=${picked}>${error ? html`<div slot="valueStateMessage">${error}</div>` : ''}</ui5-combobox>`;
}
