// The input of a code, such as that of a unit: a text that offers the records it may be one of, by code and name. The
// server decides: a list that the company has not begun takes any text.
import { html } from 'lit';
import { suggestions } from './references.js';

/** What a combo box knows besides its text: the code of each title seen, the question under way. */
const states = new WeakMap();

function stateOf(box) {
    if (!states.has(box)) {
        states.set(box, { codes: new Map(), asking: null });
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
        found.forEach(({ code, title }) => state.codes.set(title, code));
        const item = (title) => Object.assign(document.createElement('ui5-cb-item'), { text: title });
        box.querySelectorAll('ui5-cb-item').forEach((old) => old.remove());
        box.append(...found.map(({ title }) => item(title)));
    } catch {
        // No suggestions, then: the code can be typed.
    }
}

export function codeField({ id, field, value, error, changed }) {
    const opened = ({ currentTarget }) => {
        if (!currentTarget.querySelector('ui5-cb-item')) {
            suggest(currentTarget, field, '');
        }
    };
    const picked = ({ target }) => {
        const text = target.value.trim();
        changed(stateOf(target).codes.get(text) ?? (text || null));
    };
    return html`<ui5-combobox id=${id} accessible-name=${field.title} filter="None" no-typeahead .value=${value ?? ''}
        value-state=${error ? 'Negative' : 'None'} ?required=${field.required}
        @focusin=${opened} @input=${(event) => suggest(event.target, field, event.target.value)}
        @change=${picked}>${error ? html`<div slot="valueStateMessage">${error}</div>` : ''}</ui5-combobox>`;
}
