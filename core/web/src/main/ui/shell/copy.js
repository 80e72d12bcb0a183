// A new row or document made from one that is there.
import { request } from '../stepwise/api.js';
import { listPath } from './navigation.js';

const forCreate = (field) => field.on !== 'change';

/** Whether something like it can be made: what is entered by nobody is copied by nobody. */
export const isCopyable = (description) => description.create && description.fields.some(forCreate);

export const copyPath = (description, id) => `${listPath(description)}/new?copy=${encodeURIComponent(id)}`;

/** A day is that of the document, and what it is called is its own: both are entered anew. */
const isOwn = ({ name, type }) => type === 'date' || type === 'moment' || name === 'code' || name === 'reference';

function copied(fields, row) {
    return Object.fromEntries(
        fields
            .filter(forCreate)
            .filter((field) => !isOwn(field))
            .map(({ name }) => [name, row[name]]),
    );
}

/** What a form begins with; nothing where there is nothing to copy. */
export async function copiedValues(description, id) {
    if (!id) {
        return {};
    }
    const { body } = await request(`${description.path}/${encodeURIComponent(id)}`);
    const { lines, fields } = description;
    const values = copied(fields, body);
    return lines ? { ...values, [lines.name]: (body[lines.name] ?? []).map((row) => copied(lines.fields, row)) } : values;
}
