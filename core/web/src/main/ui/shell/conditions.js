// What is the matter with the server, for whoever may know.
import { api } from '../stepwise/api.js';
import { t } from '../stepwise/text.js';
import { may } from './session.js';

const EVERY_MS = 5000;
const PREFIX = 'erp.state.';

export const mayKnow = () => may('erp.state.read');

/** The text of a condition in the reader's language; what has none there is told in the server's words. */
export function whatIsTheMatter({ code, values, message }) {
    return told(keyOf(code), values) ?? message;
}

/** What to do about it; nothing when the text above says that too. */
export function whatToDo({ code, values }) {
    return told(`${keyOf(code)}.do`, values);
}

function keyOf(code) {
    return code.startsWith(PREFIX) ? `state.${code.slice(PREFIX.length)}` : code;
}

function told(key, values) {
    const text = t(key, values);
    return text === key ? null : text;
}

export const isParked = ({ code }) => code === `${PREFIX}events-parked`;

/** Whether it should be seen on the first page too. */
export const isUrgent = (condition) => condition.gravity === 'down' || isParked(condition);

/**
 * Looks every few seconds, and when modules change; answers how to end it. A server that does not answer for a moment is
 * asked again: what was seen last stays.
 */
export function followState(live, seen) {
    let open = true;
    const look = async () => {
        try {
            const { items } = await api('/api/state');
            const parked = items.some(isParked) ? (await api('/api/state/parked')).items : [];
            if (open) {
                seen(items, parked);
            }
        } catch (problem) {
            console.warn(problem);
        }
    };
    const timer = setInterval(look, EVERY_MS);
    live.addEventListener('modules', look);
    look();
    return () => {
        open = false;
        clearInterval(timer);
        live.removeEventListener('modules', look);
    };
}
