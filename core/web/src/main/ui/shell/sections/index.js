// What every row has beneath its sheet, in this order. A section is `(element, description, id, row) => promise`: it
// draws itself into its element, again whenever the row is read again, and leaves it empty where it has nothing to show.
import { history } from './history.js';

export const sections = [history];
