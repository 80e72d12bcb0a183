// What stands beneath every row of every register, in this order.
import { warn } from '../../stepwise/toast.js';
import { chain } from './chain.js';
import { files } from './files.js';
import { followers } from './followers.js';
import { history } from './history.js';
import { notes } from './notes.js';
import { usedBy } from './used-by.js';

/** For what only tells: it is drawn anew whenever the row was read again, and left empty where there is nothing. */
const telling =
    (tell) =>
    (element, { description, id, view }) => {
        const draw = () => tell(element, description, id, view).catch(warn);
        draw();
        return draw;
    };

const all = [followers, telling(chain), telling(usedBy), notes, files, telling(history)];

/**
 * Draws the sections into `place`. Each is `(element, { description, id, view })`, draws itself and may answer a
 * function that is called whenever the row was read again.
 */
export function sections(place, description, id, view) {
    const again = [];
    place.replaceChildren(
        ...all.map((section) => {
            const element = document.createElement('section');
            element.className = 'beneath';
            again.push(section(element, { description, id, view }) ?? (() => {}));
            return element;
        }),
    );
    return () => again.forEach((each) => each());
}
