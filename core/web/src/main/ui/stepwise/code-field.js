// The input of a code, such as that of a unit: a text that offers the records it may be one of, by code and name. The
// server decides: a list that the company has not begun takes any text.
import { combo, stateOf } from './combo.js';

export function codeField(input) {
    const { value, changed } = input;
    return combo(input, {
        meaning: ({ code }) => code,
        show: (box) => {
            const state = stateOf(box);
            if (state.shown !== (value ?? null)) {
                state.shown = value ?? null;
                box.value = value ?? '';
            }
        },
        picked: (box) => {
            const text = box.value.trim();
            changed(stateOf(box).known.get(text) ?? (text || null));
        },
    });
}
