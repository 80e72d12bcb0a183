// UI5 knows no Azerbaijani: its own few texts stay English, its calendar is English with Azerbaijani names and order.
import { calendar as english, texts } from './en.js';
import names from './az.json';

const gregorian = { ...english['ca-gregorian'], ...names };

export { texts };
export const calendar = {
    ...english,
    'ca-gregorian': gregorian,
    orientation: 'left-to-right',
    'weekData-firstDay': 1,
};
