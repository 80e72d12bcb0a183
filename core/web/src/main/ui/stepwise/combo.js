// A combo box that asks the server for rows of a list while the person types.
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { suggestions } from './references.js';

/** What a box knows besides its text: what each title seen stands for, the value shown, the question under way. */
const states = new WeakMap();

export function stateOf(box) {
    if (!states.has(box)) {
        states.set(box, { known: new Map(), shown: null, asking: null });
    }
    return states.get(box);
}

/** An older answer never overtakes a newer one. */
async function suggest(box, list, typed, meaning) {
    const state = stateOf(box);
    state.asking?.abort();
    const asking = new AbortController();
    state.asking = asking;
    try {
        const found = await suggestions(list, typed, asking.signal);
        found.forEach((row) => state.known.set(row.title, meaning(row)));
        const item = (title) => Object.assign(document.createElement('ui5-cb-item'), { text: title });
        box.querySelectorAll('ui5-cb-item').forEach((old) => old.remove());
        box.append(...found.map(({ title }) => item(title)));
        // Closed, the box would take Enter for the end of the form, where the person wants to pick.
        box.open ||= typed !== '' && found.length > 0 && box.matches(':focus-within');
    } catch {
        // No suggestions, then: what was typed stands for itself, or is refused when the box is left.
    }
}

/**
 * Draws the box of a field. `meaning(row)` is what a suggestion stands for; `show(box)` puts the value of the form into
 * the box, and is called whenever it is drawn; `picked(box)` is called when the person has chosen or typed.
 */
export function combo({ id, field, error }, { meaning, show, picked }) {
    const ask = (box, typed) => suggest(box, field.list, typed, meaning);
    const opened = ({ currentTarget }) => {
        if (!currentTarget.querySelector('ui5-cb-item')) {
            ask(currentTarget, '');
        }
    };
    return html`<ui5-combobox id=${id} accessible-name=${field.title} filter="None" no-typeahead
        value-state=${error ? 'Negative' : 'None'} ?required=${field.required}
        ${ref((box) => box && show(box))}
        @focusin=${opened} @input=${({ target }) => ask(target, target.value)}
        @change=${({ target }) => picked(target)}>${
            error ? html`<div slot="valueStateMessage">${error}</div>` : nothing
        }</ui5-combobox>`;
}
