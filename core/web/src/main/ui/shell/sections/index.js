// What every row has beneath its sheet, in this order. A section is `(element, description, id, row) => promise`: it
// draws itself into its element, again whenever the row is read again, and leaves it empty where it has nothing to show.
import { history } from './history.js';
import { notes } from './notes.js';

/** For sections in which people type: they stay as they are when the row is read again. */
const once = (draw) => async (element, description, id, view) => {
    if (element.dataset.row !== id) {
        element.dataset.row = id;
        element.className = 'sheet';
        draw(element, { description, id, view });
    }
};

export const sections = [once(notes), history];
