// The input of a reference: people see the title of a row, the form has its id.
import { combo, stateOf } from './combo.js';
import { referenceTitle } from './references.js';
import { t } from './text.js';

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
        state.known.set(title, id);
        box.value = title;
    }
}

export function referenceField(input) {
    const { field, value, changed } = input;
    return combo(input, {
        meaning: ({ id }) => id,
        show: (box) => showValue(box, field, value),
        picked: (box) => {
            const state = stateOf(box);
            const found = state.known.get(box.value) ?? null;
            state.shown = found;
            changed(found, box.value && !found ? t('field.pick-one') : null);
        },
    });
}
